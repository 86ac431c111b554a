import { expect, test } from 'vitest'
import { orderInputs, pipe, sand } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'

const free = { id: 'r3', description: 'Skip hire', quantity: '1', unitPrice: '5' }
const archived = (...ids: string[]) => ({ inactiveAccounts: new Set(ids) })

test('G-22 a default account that was archived in the ledger holds the document, once for all its lines', () => {
  const base = orderInputs([free, { ...free, id: 'r4' }], archived('acc-default', 'acc-other'))
  const defaultExpenseAccount = { id: 'acc-default', name: 'Old supplies' }
  const connection = { ...base.connection, rules: { costCodeAccounts: {}, defaultExpenseAccount } }
  const { problems, document } = draftDocument({ ...base, connection })
  expect(problems).toMatchObject([
    {
      code: 'connection-default-account-inactive',
      cure: 'choose-account',
      message:
        'The default expense account, "Old supplies", is inactive in The Ledger: choose another one, or make it active there.',
      params: { connectionId: 'k1' },
    },
  ])
  expect(document).toBeUndefined()
})

test('G-22 an archived account of a cost code names the code, and is cured for that code', () => {
  const names = new Map([['c1', '03-100 Concrete']])
  const { problems } = draftDocument(orderInputs([sand], { ...archived('acc-cost'), names }))
  expect(problems).toMatchObject([
    { code: 'cost-code-account-inactive', cure: 'choose-account', params: { costCodeId: 'c1' } },
  ])
  expect(problems[0]?.message).toContain('The account of the cost code 03-100 Concrete')
})

test('an archived account that no line goes to stops nothing', () => {
  const { problems, document } = draftDocument(orderInputs([pipe], archived('acc-default', 'acc-cost')))
  expect(problems).toEqual([])
  expect(document).toBeDefined()
})

test('the archived account of items that are made new is told before one is made', () => {
  const base = orderInputs([sand], archived('acc-new'))
  const unlinkedItems = {
    create: true,
    kind: 'service',
    expenseAccount: { id: 'acc-new', name: 'Old' },
  } as const
  const { problems } = draftDocument({ ...base, request: { ...base.request, unlinkedItems } })
  expect(problems).toMatchObject([{ code: 'item-account-inactive', params: { account: 'Old' } }])
})
