import type { FormContent } from '@fieldledger/forms'
import type { ConnectionSummary } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import { type AccountingSyncConfig, accountingSync } from './definition.ts'
import { execute } from './execute.ts'

const form: FormContent = {
  name: 'PO',
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
      columns: { unit: true, tax: false, costCode: false, account: false },
    },
  ],
}
const connection: ConnectionSummary = {
  id: 'k1',
  provider: 'ledger',
  providerLabel: 'The Ledger',
  name: 'Books',
  state: 'active',
  environment: 'practice',
  rules: { defaultExpenseAccount: { id: '1' }, costCodeAccounts: {} },
  capabilities: {
    delivery: 'push',
    classes: true,
    unitPriceDecimals: 6,
    replayWindowMs: null,
    quietPeriodMs: 1,
    documents: {
      'purchase-order': {
        label: 'Purchase Order',
        create: true,
        edits: [{ standing: 'open', words: 'is open', stays: 'nothing' }],
        cancel: 'close',
        lineKinds: ['item'],
        numberLimit: 21,
        memoLimit: 4000,
        lineLimit: 100,
      },
    },
    vendors: { list: true, create: true, nameLimit: 100 },
    items: { list: true, create: [], nameLimit: 100, skuLimit: 100, forbiddenInName: '' },
    accounts: { list: true },
    rate: { perSecond: 1, perMinute: 1, concurrent: 1 },
  },
}
const complete: AccountingSyncConfig = {
  provider: 'ledger',
  providerLabel: 'The Ledger',
  documentKind: 'purchase-order',
  mapping: { vendor: 'f_vendor', materials: 'f_lines1' },
  unlinkedItems: { create: false, instead: 'expense-line' },
}
const codes = (config: AccountingSyncConfig, content = form, connections = [connection]) =>
  accountingSync
    .problems(config, { form: content, connections, outletsConnected: [] })
    .map(({ code }) => code)
const withFields = (fields: FormContent['fields']) => ({ ...form, fields })

test('S4-16 with vendor and materials mapped the step is complete', () => {
  expect(codes(complete)).toEqual([])
})

test('S4-17 an unmapped required target is an error that names the target', () => {
  expect(codes({ ...complete, mapping: {} })).toEqual(['unmapped-target', 'unmapped-target'])
})

test('S4-01 without an active connection the step names the cause', () => {
  expect(codes(complete, form, [{ ...connection, state: 'needs-reconnect' }])).toEqual(['no-connection'])
})

test('S4-02 a form of another type is refused and its type is named', () => {
  const [problem] = accountingSync.problems(complete, {
    form: { ...form, type: 'custom' },
    connections: [connection],
    outletsConnected: [],
  })
  expect(problem?.message).toContain('"Custom form"')
})

test('G-20 a document that the ledger has not is not offered: the step says so by the form’s type', () => {
  const taking = (...kinds: string[]) => {
    const order = connection.capabilities.documents['purchase-order']
    const documents = order === undefined ? {} : Object.fromEntries(kinds.map((kind) => [kind, order]))
    return { ...connection, capabilities: { ...connection.capabilities, documents } }
  }
  const receipt = { ...complete, documentKind: 'receipt' as const }
  const content = { ...form, type: 'receipt' as const }
  expect(codes(receipt, content, [taking('purchase-order', 'bill')])).toEqual(['form-type-without-document'])
  expect(codes(receipt, content, [taking('purchase-order', 'receipt')])).toEqual([])
})

test('S4-03 S4-04 a form without a material table or a vendor choice names the missing field', () => {
  expect(codes(complete, withFields(form.fields.slice(0, 1)))).toEqual(['no-material-table'])
  expect(codes(complete, withFields(form.fields.slice(1)))).toEqual(['no-vendor-field'])
})

test('G-02 where the lines give the vendors, a vendor that must be chosen beside them is told', () => {
  const [vendor, table] = form.fields
  if (vendor === undefined || table?.kind !== 'material-table')
    throw new RangeError('The form is another one.')
  const lines = { ...table, columns: { ...table.columns, vendor: true } }
  const perVendor = { ...complete, mapping: { vendor: table.id, materials: table.id } }
  const asked = { ...vendor, required: true }
  expect(codes(perVendor, withFields([asked, lines]))).toEqual(['vendor-asked-twice'])
  expect(codes(perVendor, withFields([vendor, lines]))).toEqual([])
  expect(codes(complete, withFields([asked, lines]))).toEqual([])
})

test('a text field that means the vendor can be converted in one click', () => {
  const content = withFields([{ kind: 'text', id: 'f_suppl1', label: 'Supplier' }, ...form.fields.slice(1)])
  const [problem] = accountingSync.problems(complete, {
    form: content,
    connections: [connection],
    outletsConnected: [],
  })
  expect(problem?.cure).toBe('convert-vendor-field')
})

test('S4-18 "create unlinked items" is off at first, and on it asks for the accounts that the kind needs', () => {
  const fresh = accountingSync.initial({ connection, formType: 'purchase-order' })
  expect(fresh.unlinkedItems).toEqual({ create: false, instead: 'expense-line' })
  expect(codes({ ...complete, unlinkedItems: { create: true, kind: 'inventory' } })).toEqual([
    'item-account-missing',
    'item-account-missing',
    'item-account-missing',
  ])
})

test('whatever started the workflow, a form that is a draft, rejected or cancelled is not sent', async () => {
  const outcome = (status: 'draft' | 'pending' | 'approved' | 'rejected' | 'cancelled') =>
    execute(complete, stepContext({ connections: [connection], submission: { status } }))
  for (const status of ['draft', 'rejected', 'cancelled'] as const)
    expect(await outcome(status)).toMatchObject({ next: 'fail', error: { code: 'status-forbids' } })
  for (const status of ['pending', 'approved'] as const)
    expect(await outcome(status)).toMatchObject({ next: 'wait', changes: [{ change: 'send-document' }] })
})
