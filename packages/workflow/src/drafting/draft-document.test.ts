import type { MaterialRow } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { orderInputs as inputs, pipe, remote, sand } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'
import type { DraftInputs } from './draft-inputs.ts'

const codes = (draft: { problems: { code: string }[] }) => draft.problems.map(({ code }) => code)

test('S2-20 a mixed document keeps each line in its own section, in order, with the same sum', () => {
  const { document, linesAsExpense } = draftDocument(inputs([pipe, sand]))
  expect(document?.lines.map(({ kind, description, amount }) => [kind, description, amount.minor])).toEqual([
    ['item', 'Copper pipe', 1000],
    ['expense', 'Washed sand', 2000],
  ])
  expect(document?.net.minor).toBe(3000)
  expect(linesAsExpense).toEqual(['Washed sand'])
})

test('S4-14 S4-15 memo and due date arrive when mapped and are left out when not', () => {
  expect(draftDocument(inputs([pipe])).document).toMatchObject({ memo: 'Gate 3', dueDate: '2026-12-01' })
  const base = inputs([pipe])
  const unmapped = {
    ...base,
    request: { ...base.request, mapping: { vendor: 'f_vendor', materials: 'f_lines1' } },
  }
  const { document } = draftDocument(unmapped)
  expect(document).toBeDefined()
  expect(document).not.toHaveProperty('memo')
  expect(document).not.toHaveProperty('dueDate')
})

test.each([
  ['line', { ...sand, accountId: 'a1' }, 'acc-line'],
  ['material', { ...sand, materialId: 'm-sand' }, 'acc-material'],
  ['cost-code', { ...sand, materialId: 'm-none' }, 'acc-cost'],
  ['vendor', { id: 'r', description: 'Skip hire', quantity: '1', unitPrice: '5' }, 'acc-vendor'],
])('the account of an expense line is found by the rule %s', (rule, row, account) => {
  const { lines } = draftDocument(
    inputs([row], {
      vendors: new Map([['v1', { id: 'v1', name: 'Acme', state: 'active', accountId: 'a3' }]]),
      materials: new Map([
        ['m-sand', { id: 'm-sand', name: 'Sand', accountId: 'a2' }],
        ['m-none', { id: 'm-none', name: 'Gravel' }],
      ]),
    }),
  )
  expect(lines[0]).toMatchObject({ kind: 'expense', account: { id: account }, accountRule: rule })
})

test('the connection’s default account decides last, and none found holds the document', () => {
  const free: MaterialRow = { id: 'r', description: 'Skip hire', quantity: '1', unitPrice: '5' }
  expect(draftDocument(inputs([free])).lines[0]?.accountRule).toBe('connection-default')
  const base = inputs([free])
  const held = draftDocument({ ...base, connection: { ...base.connection, rules: { costCodeAccounts: {} } } })
  expect(codes(held)).toEqual(['account-missing'])
  expect(held.document).toBeUndefined()
})

test('S4-20 with "create unlinked items" off nothing is made, and "hold" asks instead of sending', () => {
  const base = inputs([sand])
  const held = draftDocument({
    ...base,
    request: { ...base.request, unlinkedItems: { create: false, instead: 'hold' } },
  })
  expect(held.newItems).toEqual([])
  expect(codes(held)).toEqual(['item-not-linked'])
})

test('S4-19 with "create unlinked items" on, two lines of one material make one new item', () => {
  const base = inputs([sand, { ...sand, id: 'r3' }])
  const draft = draftDocument({
    ...base,
    request: {
      ...base.request,
      unlinkedItems: { create: true, kind: 'non-inventory', expenseAccount: { id: '57' } },
    },
  })
  expect(draft.newItems).toEqual([
    {
      materialId: 'm-sand',
      item: { name: 'Sand', kind: 'non-inventory', expenseAccount: { id: '57' }, startDate: '2026-11-23' },
    },
  ])
  expect(draft.document).toBeUndefined()
})

test.each([
  ['vendor-not-linked', (base: DraftInputs) => ({ ...base, links: { ...base.links, vendors: new Map() } })],
  [
    'vendor-inactive',
    (base: DraftInputs) => ({
      ...base,
      links: { ...base.links, vendors: new Map([['v1', { ...remote('V9'), active: false }]]) },
    }),
  ],
  [
    'number-too-long',
    (base: DraftInputs) => ({ ...base, submission: { ...base.submission, number: 'P'.repeat(22) } }),
  ],
  [
    'item-inactive',
    (base: DraftInputs) => ({
      ...base,
      links: { ...base.links, materials: new Map([['m-pipe', { ...remote('I7'), active: false }]]) },
    }),
  ],
  [
    'unit-price-decimals',
    ({ connection, ...base }: DraftInputs) => ({
      ...base,
      connection: { ...connection, capabilities: { ...connection.capabilities, unitPriceDecimals: 0 } },
    }),
  ],
] as const)('%s holds the document with a cure', (code, change) => {
  const draft = draftDocument(change(inputs([pipe])))
  expect(codes(draft)).toEqual([code])
  expect(draft.problems[0]?.cure).toBeDefined()
  expect(draft.document).toBeUndefined()
})

test('a document that the ledger has not is held, and says that its step is to be removed', () => {
  const base = inputs([pipe])
  const { problems, document } = draftDocument({
    ...base,
    request: { ...base.request, documentKind: 'receipt' },
  })
  expect(problems.map(({ code }) => code)).toContain('no-such-document')
  expect(document).toBeUndefined()
})

test('a missing price holds the document, and a name over the ledger’s limit says limit and length', () => {
  const { unitPrice: _without, ...unpriced } = pipe
  expect(codes(draftDocument(inputs([unpriced])))).toEqual(['price-missing'])
  const base = inputs([sand], { materials: new Map([['m-sand', { id: 'm-sand', name: 'S'.repeat(101) }]]) })
  const draft = draftDocument({
    ...base,
    request: {
      ...base.request,
      unlinkedItems: { create: true, kind: 'service', expenseAccount: { id: '57' } },
    },
  })
  expect(draft.problems[0]).toMatchObject({ code: 'item-name-too-long', params: { limit: 100, found: 101 } })
})

test('tax is not sent to a ledger company without purchase tax, and the preview says so', () => {
  const base = inputs([pipe])
  const taxed = {
    ...base,
    submission: {
      ...base.submission,
      totals: { ...base.submission.totals, tax: { minor: 80, currency: 'USD' } },
    },
  }
  expect(draftDocument(taxed).notes).toEqual([
    'The Ledger has no purchase tax here: the amounts without tax are sent.',
  ])
})

test.each([
  ['is a customer there', remote('C4'), [], { id: 'C4' }],
  ['is inactive there', { ...remote('C4'), active: false }, ['project-inactive'], undefined],
  ['is not there', undefined, ['project-missing'], undefined],
])('a job that %s', (_what, job, problems, project) => {
  const base = inputs([pipe])
  const draft = draftDocument({
    ...base,
    submission: { ...base.submission, values: { ...base.submission.values, f_job0001: ['j1'] } },
    request: { ...base.request, mapping: { ...base.request.mapping, project: 'f_job0001' } },
    names: new Map([['j1', 'Pier 9']]),
    links: { ...base.links, projects: new Map(job === undefined ? [] : [['j1', job]]) },
  })
  expect(codes(draft)).toEqual(problems)
  if (project !== undefined) expect(draft.document?.lines[0]?.project).toMatchObject(project)
})
