import { expect, test } from 'vitest'
import { orderInputs, pipe, sand } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'

const drafted = (...rows: Parameters<typeof orderInputs>[0]) => draftDocument(orderInputs(rows))

test('a negative line is a credit beside the charges: it is kept, and the sum is theirs', () => {
  const { document, problems } = drafted(pipe, { ...sand, id: 'back', quantity: '-1', unitPrice: '4' })
  expect(problems).toEqual([])
  expect(document?.lines.map(({ quantity, amount }) => [quantity, amount.minor])).toEqual([
    ['4', 1000],
    ['-1', -400],
  ])
  expect(document?.net.minor).toBe(600)
})

test('credits that outweigh the charges are no bill: it is held before the ledger refuses it', () => {
  const { document, problems } = drafted(pipe, { ...sand, quantity: '-3', unitPrice: '4' })
  expect(problems).toMatchObject([{ code: 'total-below-zero', cure: 'edit-form' }])
  expect(problems[0]?.message).toBe(
    'The document comes to -2.00 USD, and The Ledger takes none below zero: correct the lines, or enter it as a vendor credit in The Ledger.',
  )
  expect(document).toBeUndefined()
})

test('a line of quantity zero stays a line of zero: nothing is dropped', () => {
  const { document, problems } = drafted(pipe, { ...sand, quantity: '0' })
  expect(problems).toEqual([])
  expect(document?.lines.map(({ amount }) => amount.minor)).toEqual([1000, 0])
})

test.each([`O'Brien & "Söhne"`, '  Acme  Supply ', '<b>½″ 管 №7</b>'])(
  'a vendor called %s goes by its id there, under its own name, unchanged',
  (name) => {
    const vendors = new Map([['v1', { id: 'v1', name, state: 'active' as const }]])
    const { document } = draftDocument({ ...orderInputs([pipe]), vendors })
    expect(document?.party).toEqual({ id: 'V9', name })
  },
)

test('prices with tax in them are found by the total on the paper, which is less by exactly the tax', () => {
  const inputs = orderInputs([{ ...pipe, taxPercent: '10' }])
  const { capabilities } = inputs.connection
  const documents = {
    ...capabilities.documents,
    bill: { ...Object(capabilities.documents.bill), lineTax: true },
  }
  const draft = draftDocument({
    ...inputs,
    connection: { ...inputs.connection, capabilities: { ...capabilities, documents } },
    request: {
      ...inputs.request,
      documentKind: 'bill',
      mapping: { ...inputs.request.mapping, paperTotal: 'f_total1' },
    },
    submission: {
      ...inputs.submission,
      totals: { ...inputs.submission.totals, tax: { minor: 100, currency: 'USD' } },
      values: { ...inputs.submission.values, f_total1: { minor: 1000, currency: 'USD' } },
    },
  })
  expect(draft.problems).toMatchObject([{ code: 'tax-included', params: { difference: -100 } }])
  expect(draft.problems[0]?.message).toMatch(
    /include it, so enter them without tax, or set the tax of the lines to 0\.$/,
  )
  expect(draft.document).toBeUndefined()
})

test('an account that was chosen on the line and archived there holds it; no other rule steps in', () => {
  const base = orderInputs([{ ...sand, accountId: 'a1' }])
  const accounts = new Map([['a1', { remote: { id: 'acc-line', name: 'Old tools' }, active: false }]])
  const { problems, document } = draftDocument({ ...base, links: { ...base.links, accounts } })
  expect(problems).toMatchObject([{ code: 'account-inactive', cure: 'edit-form' }])
  expect(problems[0]?.message).toContain('"Old tools" (line 1) is inactive in The Ledger')
  expect(document).toBeUndefined()
})
