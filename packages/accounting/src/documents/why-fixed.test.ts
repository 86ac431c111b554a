import { expect, test } from 'vitest'
import { sampleDocument } from '../testing/sample-inputs.ts'
import type { RemoteDocument } from './ledger-document.ts'
import { type Changing, whyFixed } from './why-fixed.ts'

const can: Changing['can'] = {
  label: 'Bill',
  edits: [
    { standing: 'open', words: 'is open', stays: 'nothing' },
    {
      standing: 'linked',
      words: 'is linked',
      stays: ['party', 'date'],
      instead: 'Take the link away there.',
    },
    { standing: 'paid', words: 'is paid', stays: 'everything', instead: 'Take the payment back there.' },
  ],
}
const wanted = sampleDocument({ number: 'B-1', kind: 'bill' })
const there = (standing: string | undefined, change: Partial<RemoteDocument> = {}): RemoteDocument => {
  const { kind, number, party, date, dueDate = '', memo = '', net, total } = wanted
  const told = standing === undefined ? {} : { standing }
  const lines = wanted.lines.map((line) => ({ ...line, class: undefined }))
  const said = { kind, number, party, date, dueDate, memo, net, total, lines, status: 'open' as const }
  return { reference: { id: '9' }, ...said, ...told, ...change }
}
const why = (document: RemoteDocument, change: Partial<typeof wanted> = {}) =>
  whyFixed({ ledger: 'Some Ledger', can, there: document, wanted: { ...wanted, ...change } })

test('what stands open, is removed or tells nothing of itself is not kept by the table', () => {
  expect([why(there('open')), why(there(undefined)), why(there('paid', { status: 'removed' }))]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('what stays is told in a sentence that ends in what to do', () => {
  expect(why(there('paid'))).toBe(
    'Bill B-1 is paid in Some Ledger, so the changes are not taken in there. Take the payment back there.',
  )
})

test('where a few fields stay, a change of others goes, and one of them is named', () => {
  expect(why(there('linked'), { memo: 'Another' })).toBeUndefined()
  expect(why(there('linked'), { party: { id: '2' } })).toBe(
    'Bill B-1 is linked in Some Ledger, so this stays as it is there: Vendor. Take the link away there.',
  )
  expect(whyFixed({ ledger: 'Some Ledger', can, there: there('linked') })).toBeUndefined()
})

test('a standing that nobody thought of takes no change, and is called as the ledger calls it', () => {
  expect(why(there('Z', { stateThere: 'Cancelled' }))).toBe(
    'Bill B-1 stands in Some Ledger as “Cancelled”, in which it is not changed from here. Change it there, or leave it as it is.',
  )
})
