import type { SubmissionView } from '@fieldledger/contract'
import { orderForm } from './order-form.ts'

const total = { minor: 75800, currency: 'USD' }
export const approvedOrder: SubmissionView = {
  id: 's1',
  number: 'PO-2026-0041',
  formId: 'form-1',
  formName: 'Purchase order',
  formType: 'purchase-order',
  status: 'approved',
  label: null,
  vendorName: 'Hartmann Electrical Supply',
  projectName: null,
  total,
  responsible: null,
  submittedBy: 'Fay Field',
  submittedAt: '2026-11-23T20:00:00.000Z',
  ledger: [],
  revision: 1,
  formVersion: 1,
  content: orderForm,
  values: {},
  names: {},
  totals: { net: total, tax: { minor: 0, currency: 'USD' }, total },
  tasks: [],
  documents: [],
  runId: null,
  allowed: [],
  sendTargets: [],
}
