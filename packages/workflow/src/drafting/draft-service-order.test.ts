import type { MaterialRow } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { orderInputs, pipe, sand } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'
import type { DraftInputs } from './draft-inputs.ts'

const from = 'f_service1'
const until = 'f_service2'

function serviceInputs(rows: MaterialRow[], period: Record<string, string> = {}): DraftInputs {
  const inputs = orderInputs(rows)
  const { request, submission } = inputs
  const mapping = { ...request.mapping, serviceFrom: from, serviceTo: until }
  return {
    ...inputs,
    request: { ...request, documentKind: 'service-order', mapping },
    submission: { ...submission, values: { ...submission.values, ...period } },
  }
}

test('S0-11 S0-21 every line of a service order is an expense line of one times its net amount, linked item or not', () => {
  const { document, linesAsExpense, problems } = draftDocument(serviceInputs([pipe, sand]))
  expect(problems).toEqual([])
  expect(document?.kind).toBe('service-order')
  expect(
    document?.lines.map(({ kind, quantity, unitPrice, amount }) => [kind, quantity, unitPrice, amount.minor]),
  ).toEqual([
    ['expense', '1', '10', 1000],
    ['expense', '1', '20', 2000],
  ])
  expect(document?.lines.map(({ item }) => item)).toEqual([undefined, undefined])
  expect(document?.net.minor).toBe(3000)
  expect(linesAsExpense).toEqual([])
})

test.each([
  [{ [from]: '2026-11-02', [until]: '2026-11-30' }, 'Copper pipe (4 × 2.5), 2026-11-02 to 2026-11-30'],
  [{ [from]: '2026-11-02' }, 'Copper pipe (4 × 2.5), from 2026-11-02'],
  [{ [until]: '2026-11-30' }, 'Copper pipe (4 × 2.5), until 2026-11-30'],
  [{}, 'Copper pipe (4 × 2.5)'],
])('G-15 the description tells how the amount came about, and the period %o', (period, told) => {
  expect(draftDocument(serviceInputs([pipe], period)).document?.lines[0]?.description).toBe(told)
})

test('G-15 an amount that is one already is told by its description alone', () => {
  const hire: MaterialRow = { id: 'r', description: 'Crane hire', quantity: '1', unitPrice: '450' }
  expect(draftDocument(serviceInputs([hire])).document?.lines[0]?.description).toBe('Crane hire')
})

test('a service order makes no items and asks for no link, and a line without an account holds it', () => {
  const inputs = serviceInputs([sand])
  const creating = { create: true, kind: 'service' } as const
  const made = draftDocument({ ...inputs, request: { ...inputs.request, unlinkedItems: creating } })
  expect(made.newItems).toEqual([])
  expect(made.document).toBeDefined()
  const free: MaterialRow = { id: 'r', description: 'Crane hire', quantity: '1', unitPrice: '450' }
  const without = serviceInputs([free])
  const connection = { ...without.connection, rules: { costCodeAccounts: {} } }
  expect(draftDocument({ ...without, connection }).problems.map(({ code }) => code)).toEqual([
    'account-missing',
  ])
})
