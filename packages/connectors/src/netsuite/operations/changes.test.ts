import { operationPlayer } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { listChanges } from './changes.ts'

const context = {
  companyId: 'TSTDRV1',
  requestKey: '',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}
const play = operationPlayer(classify)
const since = '2026-11-27T10:30:00'
const at = '2026-11-27T10:31:00'
const look = (cursor: string | undefined, items: object[], hasMore = false) =>
  play(listChanges(cursor === undefined ? { since } : { since, cursor }, context), [
    { body: { items, hasMore, count: items.length } },
  ])
const questionOf = ({ asked }: ReturnType<typeof look>) => String(Object(asked[0]?.body?.value).q)

const format = `'YYYY-MM-DD"T"HH24:MI:SS'`

test('one table after the other is asked for what was changed since, in the account’s own words for a moment', () => {
  const looks = [undefined, '1', '2', '3'].map((cursor) => look(cursor, []))
  expect(looks.map(({ asked }) => asked[0])).toMatchObject(
    looks.map(() => ({
      method: 'POST',
      path: '/services/rest/query/v1/suiteql',
      headers: { prefer: 'transient' },
      routine: true,
      safeToRepeat: true,
    })),
  )
  const after = (moment: string) => `${moment} >= TO_TIMESTAMP('${since}', ${format})`
  expect(looks.map(questionOf)).toEqual([
    expect.stringContaining(`FROM vendor WHERE ${after('lastmodifieddate')}`),
    expect.stringContaining(`FROM item WHERE ${after('lastmodifieddate')}`),
    expect.stringContaining(`FROM transaction WHERE ${after('lastmodifieddate')}`),
    expect.stringContaining(`FROM deletedrecord WHERE ${after('deleteddate')}`),
  ])
  expect(looks.map(({ ended }) => Object(ended).next)).toEqual(['1', '2', '3', undefined])
})

test('what was changed is told by the moment as the account writes it; an item with its name and whether it may be bought', () => {
  expect(look('0', [{ id: '7', at }, { id: '8' }]).ended).toMatchObject({
    rows: [{ record: 'vendor', remoteId: '7', at }],
  })
  const items = [
    { id: '9', at, displayname: 'Stud', itemid: 'STUD', isinactive: 'F', subtype: 'Purchase' },
    { id: '10', at, itemid: 'OLD', isinactive: 'T' },
    { id: '11', at, itemid: 'SOLD', isinactive: 'F', subtype: 'Sale' },
  ]
  expect(look('1', items).ended).toMatchObject({
    rows: [
      { record: 'item', remoteId: '9', name: 'Stud', active: true },
      { record: 'item', remoteId: '10', name: 'OLD', active: false },
      { record: 'item', remoteId: '11', name: 'SOLD', active: false },
    ],
  })
  expect(look('2', [{ id: 77, at }]).ended).toMatchObject({
    rows: [{ record: 'document', remoteId: '77', at }],
  })
})

test('what is gone is told as what it was: a vendor, an item that is not there any more, else a document', () => {
  const types = [
    'vendor',
    'Vendor',
    'inventoryItem',
    'nonInventoryPurchaseItem',
    'itemReceipt',
    'purchaseOrder',
  ]
  const { ended } = look(
    '3',
    types.map((type, n) => ({ id: n, at, type })),
  )
  expect(ended).toMatchObject({
    rows: [
      { record: 'vendor' },
      { record: 'vendor' },
      { record: 'item', active: false },
      { record: 'item', active: false },
      { record: 'document', remoteId: '4' },
      { record: 'document', remoteId: '5' },
    ],
  })
})

test('transactions of every kind are told: a payment is one of its own beside the bill that it pays', () => {
  const paid = '2026-11-27T10:31:07'
  const told = look('2', [
    { id: '30', at: paid },
    { id: '31', at: paid },
  ])
  expect(questionOf(told)).not.toMatch(/type/i)
  expect(told.ended).toMatchObject({
    rows: ['30', '31'].map((remoteId) => ({ record: 'document', remoteId, at: paid })),
  })
})

test('the latest that was told is asked for again, whatever its part of a second: nothing of that second is lost', () => {
  const { asked } = play(listChanges({ since: '2026-11-27T10:31:00.999Z' }, context), [])
  expect(Object(asked[0]?.body?.value).q).toContain(`>= TO_TIMESTAMP('2026-11-27T10:31:00', ${format})`)
})

test('of more than a page of a table the next page goes on after the last of it, and none is left out', () => {
  const first = look(
    '2',
    [
      { id: 5, at: '2026-11-27T11:00:00' },
      { id: 77, at },
    ],
    true,
  )
  expect(first.ended).toMatchObject({ complete: true, next: '2:77' })
  const second = look('2:77', [{ id: 78, at }])
  expect(questionOf(second)).toMatch(/ AND id >= 77 ORDER BY id$/)
  expect(second.ended).toMatchObject({ complete: true, next: '3' })
  // Two that are gone may have one id, being of two kinds: the last is told once more.
  const gone = look('3', [{ id: 77, at, type: 'vendor' }], true)
  expect(gone.ended).toMatchObject({ next: '3:77' })
  expect(questionOf(look('3:77', []))).toMatch(/ AND recordid >= 77 ORDER BY recordid$/)
})

test.each(['', '4', '-1', '1:', '1:x', "1:5' OR 1=1", '0 OR 1'])(
  'a forged page mark “%s” is refused before anything is asked',
  (cursor) => {
    const { asked, ended } = play(listChanges({ since, cursor }, context), [])
    expect(asked).toEqual([])
    expect(ended).toMatchObject({ code: 'document-rejected' })
  },
)
