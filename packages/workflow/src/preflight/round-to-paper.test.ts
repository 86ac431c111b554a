import { expect, test } from 'vitest'
import { draftDocument } from '../drafting/draft-document.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { orderInputs, pipe } from '../testing/order-inputs.ts'

const account = { id: 'acc-rounding', name: 'Rounding' }

/** A bill of 10.00 with tax of 8.25 % on its line: the ledger comes to 10.83. */
function bill(paper: number, rounding?: { toleranceMinor: number; account: typeof account }): DraftInputs {
  const inputs = orderInputs([{ ...pipe, taxPercent: '8.25' }])
  const { connection, request, submission } = inputs
  const { capabilities } = connection
  const documents = { bill: { ...Object(capabilities.documents.bill), lineTax: true } }
  return {
    ...inputs,
    request: { ...request, documentKind: 'bill', mapping: { ...request.mapping, paperTotal: 'f_total1' } },
    submission: {
      ...submission,
      values: { ...submission.values, f_total1: { minor: paper, currency: 'USD' } },
      totals: {
        net: { minor: 1000, currency: 'USD' },
        tax: { minor: 83, currency: 'USD' },
        total: { minor: 1083, currency: 'USD' },
      },
    },
    connection: {
      ...connection,
      capabilities: { ...capabilities, documents: { ...capabilities.documents, ...documents } },
      rules: { ...connection.rules, ...(rounding === undefined ? {} : { rounding }) },
    },
  }
}

test('G-16 a bill that differs from its paper by no more than the tolerance gets a visible rounding line', () => {
  const { document, notes } = draftDocument(bill(1082, { toleranceMinor: 2, account }))
  expect(document?.lines.at(-1)).toMatchObject({
    kind: 'expense',
    account,
    description: 'Rounding',
    amount: { minor: -1, currency: 'USD' },
  })
  expect(document?.total.minor).toBe(1082)
  expect(notes).toContain(
    "A rounding line of -0.01 USD is added, so that the total is the paper's 10.82 USD.",
  )
})

test('G-16 without a tolerance, and beyond it, a bill that differs is held with both sums', () => {
  expect(draftDocument(bill(1082)).problems).toMatchObject([{ code: 'total-differs', cure: 'edit-form' }])
  const beyond = draftDocument(bill(1090, { toleranceMinor: 2, account }))
  expect(beyond.document).toBeUndefined()
  expect(beyond.problems[0]?.message).toBe(
    'The paper says 10.90 USD, and The Ledger comes to 10.83 USD, a difference of 0.07 USD: it is more than the tolerance, so correct the lines.',
  )
})

test('G-16 an order is never rounded, and a bill that agrees gets no line', () => {
  expect(draftDocument(bill(1083, { toleranceMinor: 2, account })).lines).toHaveLength(1)
  const inputs = bill(1082, { toleranceMinor: 2, account })
  const order = draftDocument({ ...inputs, request: { ...inputs.request, documentKind: 'purchase-order' } })
  expect([order.lines.length, order.problems]).toEqual([1, []])
})
