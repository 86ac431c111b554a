import { expect, test } from 'vitest'
import { orderInputs, pipe } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'
import type { DraftInputs } from './draft-inputs.ts'

const listed: NonNullable<DraftInputs['terms']> = [
  { id: 't-30', name: 'Net 30', active: true, paymentTerms: { count: 'days-after-date', days: 30 } },
  { id: 't-15', name: 'On the 15th', active: true },
]

/** A bill whose form says `called` for its terms, and nothing of a due date. */
function drafted(called: string, more: { terms?: NonNullable<DraftInputs['terms']>; lacks?: string[] } = {}) {
  const inputs = orderInputs([pipe])
  const { dueDate: _none, ...mapping } = inputs.request.mapping
  const { capabilities } = inputs.connection
  const { bill } = capabilities.documents
  if (bill === undefined) expect.unreachable('the ledger takes bills')
  const documents = { bill: { ...bill, ...(more.lacks && { lacks: more.lacks }) } }
  return draftDocument({
    ...inputs,
    terms: more.terms ?? listed,
    connection: { ...inputs.connection, capabilities: { ...capabilities, documents, terms: true } },
    request: { ...inputs.request, documentKind: 'bill', mapping: { ...mapping, terms: 'f_terms1' } },
    submission: { ...inputs.submission, values: { ...inputs.submission.values, f_terms1: called } },
  })
}

test('terms are those of the ledger that are called so, and the due date that it counts by them is told', () => {
  const { document, notes, problems } = drafted('  net 30')
  expect(problems).toEqual([])
  expect(document).toMatchObject({ terms: { id: 't-30', name: 'Net 30' } })
  expect(document?.dueDate).toBeUndefined()
  expect(notes).toContain(
    'The form says no due date: The Ledger counts it by “Net 30”, which makes 2026-12-23.',
  )
  expect(drafted('On the 15th')).toMatchObject({ document: { terms: { id: 't-15' } }, notes: [] })
})

test('terms that the ledger has not, or has twice, hold the document: none are guessed', () => {
  expect(drafted('Net 45').problems).toMatchObject([
    { code: 'terms-missing', cure: 'edit-form', params: { terms: 'Net 45' } },
  ])
  const twice = [...listed, { id: 't-31', name: 'NET 30', active: true }]
  expect(drafted('Net 30', { terms: twice }).problems).toMatchObject([{ code: 'terms-ambiguous' }])
})

test('a document without a place for terms goes without them', () => {
  expect(drafted('Net 45', { lacks: ['terms'] })).toMatchObject({ problems: [], notes: [] })
  expect(drafted('Net 30', { lacks: ['terms'] }).document?.terms).toBeUndefined()
})
