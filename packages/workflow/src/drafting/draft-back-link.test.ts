import { expect, test } from 'vitest'
import { orderInputs, pipe } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'

const formUrl = 'https://forms.example.com/submissions/s1?company=c1'

/** An order in a ledger whose memo bears links back, as far as it has room for `memoLimit` characters. */
function drafted(of: { linksBack?: boolean; memoLimit?: number; memo?: string; isMapped?: boolean } = {}) {
  const { linksBack = true, memoLimit = 999, memo = 'Gate 3', isMapped = false } = of
  const inputs = orderInputs([pipe])
  const { memo: source, ...mapping } = inputs.request.mapping
  const { capabilities } = inputs.connection
  const order = capabilities.documents['purchase-order']
  if (order === undefined || source === undefined) expect.unreachable('the sample has an order with a memo')
  const documents = { 'purchase-order': { ...order, linksBack, memoLimit } }
  return draftDocument({
    ...inputs,
    formUrl,
    connection: { ...inputs.connection, capabilities: { ...capabilities, documents } },
    request: { ...inputs.request, mapping: isMapped ? { ...mapping, memo: source } : mapping },
    submission: { ...inputs.submission, values: { ...inputs.submission.values, [source]: memo } },
  })
}

test('G-24 where no field is mapped to the memo it bears the way back to the form', () => {
  const { document, backLink, problems } = drafted()
  expect([backLink, document?.backLink, document?.memo, problems]).toEqual([formUrl, formUrl, undefined, []])
})

test('G-24 nothing of ours is added to a memo that is mapped, filled in or not', () => {
  expect(drafted({ isMapped: true }).document).toMatchObject({ memo: 'Gate 3' })
  for (const memo of ['Gate 3', ''])
    expect(drafted({ isMapped: true, memo }).document).not.toHaveProperty('backLink')
})

test('G-24 a way back that does not fit is left out and holds nothing, nor does a ledger get one that takes none', () => {
  for (const of of [{ memoLimit: formUrl.length - 1 }, { linksBack: false }]) {
    const { document, problems } = drafted(of)
    expect([document?.net.minor, problems]).toEqual([1000, []])
    expect(document).not.toHaveProperty('backLink')
  }
  expect(drafted({ memoLimit: formUrl.length }).document?.backLink).toBe(formUrl)
})
