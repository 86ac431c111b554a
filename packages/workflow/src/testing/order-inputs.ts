import type { Capabilities, DocumentCapability } from '@fieldledger/accounting'
import type { FormContent, MaterialRow } from '@fieldledger/forms'
import type { DraftInputs } from '../drafting/draft-inputs.ts'

const purchaseOrder: DocumentCapability = {
  label: 'Purchase Order',
  create: true,
  edits: [{ standing: 'open', words: 'is open', stays: 'nothing' }],
  cancel: 'close',
  lineKinds: ['item', 'expense'],
  numberLimit: 21,
  memoLimit: 4000,
  lineLimit: 10_000,
}

const capabilities: Capabilities = {
  delivery: 'push',
  documents: {
    'purchase-order': purchaseOrder,
    'service-order': { ...purchaseOrder, lineKinds: ['expense'] },
    bill: { ...purchaseOrder, label: 'Bill', cancel: 'delete' },
  },
  vendors: { list: true, create: true, nameLimit: 500 },
  items: { list: true, create: ['non-inventory'], nameLimit: 100, skuLimit: 100, forbiddenInName: ':' },
  accounts: { list: true },
  classes: true,
  unitPriceDecimals: 6,
  replayWindowMs: 600_000,
  quietPeriodMs: 300_000,
  rate: { perSecond: 10, perMinute: 500, concurrent: 10 },
}

const content: FormContent = {
  name: 'Purchase order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    {
      kind: 'choose',
      id: 'f_vendor',
      label: 'Vendor',
      limit: 1,
      source: { from: 'catalogue', catalogue: 'vendors' },
    },
    {
      kind: 'material-table',
      id: 'f_lines1',
      label: 'Materials',
      columns: { unit: true, tax: true, costCode: true, account: true },
    },
    { kind: 'paragraph', id: 'f_memo01', label: 'Memo' },
    { kind: 'date', id: 'f_duedate', label: 'Due date' },
  ],
}

export const pipe: MaterialRow = {
  id: 'r1',
  materialId: 'm-pipe',
  description: '',
  quantity: '4',
  unitPrice: '2.5',
}
export const sand: MaterialRow = {
  id: 'r2',
  materialId: 'm-sand',
  description: 'Washed sand',
  quantity: '2',
  unitPrice: '10',
  costCodeId: 'c1',
}
export const remote = (id: string) => ({ remote: { id, name: id }, active: true })

/** What a draft of a small purchase order takes: a linked pipe, unlinked sand, a linked vendor. */
export function orderInputs(rows: MaterialRow[], changes: Partial<DraftInputs> = {}): DraftInputs {
  const money = (minor: number) => ({ minor, currency: 'USD' })
  return {
    submission: {
      number: 'PO-2026-0001',
      currency: 'USD',
      values: { f_vendor: ['v1'], f_lines1: rows, f_memo01: 'Gate 3', f_duedate: '2026-12-01' },
      totals: { net: money(3000), tax: money(0), total: money(3000) },
    },
    content,
    request: {
      connectionId: 'k1',
      documentKind: 'purchase-order',
      mapping: { vendor: 'f_vendor', materials: 'f_lines1', memo: 'f_memo01', dueDate: 'f_duedate' },
      unlinkedItems: { create: false, instead: 'expense-line' },
    },
    connection: {
      id: 'k1',
      provider: 'ledger',
      providerLabel: 'The Ledger',
      name: 'Harbour books',
      state: 'active',
      environment: 'practice',
      capabilities,
      rules: { costCodeAccounts: { c1: { id: 'acc-cost' } }, defaultExpenseAccount: { id: 'acc-default' } },
    },
    vendors: new Map([['v1', { id: 'v1', name: 'Acme', state: 'active' }]]),
    materials: new Map([
      ['m-pipe', { id: 'm-pipe', name: 'Copper pipe' }],
      ['m-sand', { id: 'm-sand', name: 'Sand' }],
    ]),
    links: {
      vendors: new Map([['v1', remote('V9')]]),
      materials: new Map([['m-pipe', remote('I7')]]),
      accounts: new Map([
        ['a1', remote('acc-line')],
        ['a2', remote('acc-material')],
        ['a3', remote('acc-vendor')],
      ]),
      projects: new Map(),
    },
    classes: new Map(),
    names: new Map(),
    submittedOn: '2026-11-23',
    ...changes,
  }
}
