import type { FormContent, MaterialRow, PrintedForm } from '@fieldledger/forms'

const content: FormContent = {
  name: 'Purchase order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    {
      kind: 'choose',
      id: 'f_vendor1',
      label: 'Vendor',
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    {
      kind: 'choose',
      id: 'f_projec1',
      label: 'Project',
      source: { from: 'catalogue', catalogue: 'projects' },
      limit: 1,
    },
    { kind: 'date', id: 'f_date001', label: 'Wanted by' },
    { kind: 'yes-no', id: 'f_yesno01', label: 'Crane on site' },
    {
      kind: 'material-table',
      id: 'f_lines01',
      label: 'Materials',
      columns: { unit: true, tax: true, costCode: false, account: false },
    },
    { kind: 'paragraph', id: 'f_memo001', label: 'Memo' },
  ],
}
const usd = (minor: number) => ({ minor, currency: 'USD' })

/** An approved order with so many lines. */
export function printedOrder(lines: number, change: Partial<PrintedForm> = {}): PrintedForm {
  const rows = Array.from({ length: lines }, (_, position) => rowAt(position))
  const net = rows.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0)
  return {
    company: { name: 'Harbour Construction', practice: true, timeZone: 'America/New_York' },
    content,
    submission: {
      id: 's1',
      companyId: 'c1',
      formId: 'f1',
      formVersion: 1,
      formType: 'purchase-order',
      formName: content.name,
      number: 'PO-2026-0042',
      status: 'approved',
      revision: 2,
      values: {
        f_vendor1: ['v1'],
        f_projec1: ['p1'],
        f_date001: '2026-12-24',
        f_yesno01: true,
        f_lines01: rows,
        f_memo001: `Ring before you come: ${'the gate is narrow, '.repeat(20)}Łódź · Ελλάδα · Київ · ½" ≥ 25 mm².`,
      },
      currency: 'USD',
      totals: { net: usd(net), tax: usd(Math.round(net / 10)), total: usd(net + Math.round(net / 10)) },
      submittedBy: 'fred',
      submittedAt: new Date('2026-11-26T03:00:00Z'),
      updatedAt: new Date('2026-11-26T14:00:00Z'),
      timelineSeq: 1,
    },
    vendor: { name: 'Hartmann Elektro Öl & Söhne', email: 'orders@hartmann.example', phone: '+1 555 0100' },
    names: new Map([
      ['v1', 'Hartmann Elektro Öl & Söhne'],
      ['p1', 'Pier 7'],
    ]),
    submittedBy: 'Fred Field',
    approvals: [
      {
        choice: 'approve',
        by: 'Ann Approver',
        at: new Date('2026-11-26T15:00:00Z'),
        note: 'Before the frost.',
      },
    ],
    ...change,
  }
}

function rowAt(position: number): MaterialRow {
  const long = position % 7 === 1 ? ` ${'laid in sand and tested under pressure, '.repeat(4)}` : ''
  return {
    id: `r${position}`,
    description: `Copper pipe ${15 + position} mm${long}`,
    quantity: '12.5',
    unit: 'm',
    unitPrice: '1234.125',
    taxPercent: '10',
    amount: usd(1_542_656),
  }
}
