import { expect, test } from 'vitest'
import type { LedgerFacts } from '../connections/ledger-facts.ts'
import { draftDocument } from '../drafting/draft-document.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { orderInputs, pipe } from '../testing/order-inputs.ts'

/** An order of 10.00 of the day 2026-11-23, in US dollars. */
const order = orderInputs([pipe])

function told(ledger: LedgerFacts): DraftInputs {
  return { ...order, connection: { ...order.connection, ledger } }
}

const problems = (inputs: DraftInputs) => draftDocument(inputs).problems

test.each<[string, LedgerFacts, string]>([
  ['not-in-plan', { documents: { 'purchase-order': false } }, 'has no Purchase Orders'],
  ['subscription-ended', { subscriptionEnded: true }, 'has ended or is not paid'],
  ['period-closed', { closedThrough: '2026-11-23' }, 'closed up to Nov 23, 2026'],
  ['currency-not-taken', { currencies: ['EUR', 'GBP'] }, 'takes EUR, GBP only'],
])('what the ledger told about itself stops the document before it is sent: %s', (code, facts, words) => {
  const [problem, ...others] = problems(told(facts))
  expect(problem).toMatchObject({ code, severity: 'error' })
  expect(problem?.message).toContain(words)
  expect(problem?.cure).toBeDefined()
  expect(others).toEqual([])
  expect(draftDocument(told(facts)).document).toBeUndefined()
})

test.each<LedgerFacts>([
  {},
  { closedThrough: '2026-11-22' },
  { currencies: ['USD'] },
  { documents: { bill: false }, subscriptionEnded: false },
])('what it allows, or does not speak of, stops nothing: %o', (facts) => {
  expect(problems(told(facts))).toEqual([])
})

test('a vendor that is kept in another currency stops it where the ledger keeps one a vendor, and is known', () => {
  const { capabilities } = order.connection
  const strict: typeof capabilities = {
    ...capabilities,
    vendors: { ...capabilities.vendors, oneCurrency: true },
  }
  const kept = (currency: string | undefined, can: typeof capabilities = strict) => {
    const acme = { id: 'v1', name: 'Acme', state: 'active' as const }
    const vendor = currency === undefined ? acme : { ...acme, currency }
    const connection = { ...order.connection, capabilities: can }
    return problems({ ...order, connection, vendors: new Map([['v1', vendor]]) })
  }
  expect(kept('EUR')).toMatchObject([
    { code: 'vendor-currency', severity: 'error', cure: 'edit-form', params: { vendor: 'Acme' } },
  ])
  expect(kept('EUR')[0]?.message).toMatch(
    /^"Acme" is kept in EUR, and The Ledger takes no document of it in USD: /,
  )
  expect([kept('USD'), kept(undefined), kept('EUR', capabilities)]).toEqual([[], [], []])
})

test('a number that another form of ours bears there stops it, except where numbers repeat', () => {
  const numberTakenBy = { submissionId: 's1', formName: 'Site order' }
  expect(problems({ ...order, numberTakenBy })).toMatchObject([
    { code: 'number-taken', cure: 'change-number', params: { twinId: 's1' } },
  ])
  const { capabilities } = order.connection
  const documents = {
    'purchase-order': { ...Object(capabilities.documents['purchase-order']), numbersRepeat: true },
  }
  const connection = { ...order.connection, capabilities: { ...capabilities, documents } }
  expect(problems({ ...order, numberTakenBy, connection })).toEqual([])
})

test('a paper that may be there twice is held, with the way to the other one', () => {
  const twins = [{ submissionId: 's1', number: 'BILL-0001', why: 'number' as const }]
  const [problem] = problems({ ...order, twins })
  expect(problem).toMatchObject({
    code: 'possible-duplicate',
    cure: 'not-a-duplicate',
    params: { twinId: 's1', number: 'BILL-0001' },
  })
  expect(problem?.message).toMatch(/^BILL-0001 bears the same number .*not a duplicate\.$/)
})
