import { operationPlayer, sampleDocument, type ToldAnswer } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { cancelDocument } from './cancel-document.ts'
import { findDocuments } from './find-document.ts'
import { createDocument, updateDocument } from './save-document.ts'

const context = {
  companyId: 'TSTDRV1',
  requestKey: 'KEY-1',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}
const play = operationPlayer(classify)
const document = sampleDocument({ kind: 'bill', can: {}, number: 'INV-1' })
const reference = { id: '91', revision: '2026-11-02T09:00:00Z' }
const rows = (...items: object[]): ToldAnswer => ({ body: { items, hasMore: false } })
const currencies = rows({ id: '1', symbol: 'USD' })
const saved: ToldAnswer = {
  status: 204,
  headers: { location: 'https://tstdrv1.suitetalk.api.netsuite.com/services/rest/record/v1/vendorBill/91' },
}
const bill = (changes: object = {}): ToldAnswer => ({
  body: {
    id: '91',
    tranId: 'INV-1',
    entity: { id: '1' },
    tranDate: '2026-11-02',
    dueDate: '2026-12-01',
    memo: document.memo,
    currency: { id: '1' },
    status: { id: 'A', refName: 'Open' },
    total: 130.55,
    lastModifiedDate: '2026-11-02T09:00:00Z',
    item: { items: [{ line: 1, item: { id: '2' }, quantity: 8, amount: 27.8 }] },
    expense: { items: [{ line: 2, account: { id: '3' }, amount: 102.75 }] },
    ...changes,
  },
})

test('a bill is one write to its external id, and is read back with its total', () => {
  const { asked, ended } = play(createDocument(document, context), [currencies, rows(), saved, bill()])
  expect(asked[2]).toMatchObject({
    method: 'PUT',
    path: '/services/rest/record/v1/vendorBill/eid:KEY-1',
    query: { replace: 'item,expense' },
    safeToRepeat: false,
    body: { value: { approvalStatus: { id: '2' } } },
  })
  expect(ended).toMatchObject({ kind: 'bill', stateThere: 'Open', total: { minor: 13_055 } })
})

test('its number is the vendor’s: taken is what another bill of the same vendor bears', () => {
  const { asked, ended } = play(createDocument(document, context), [currencies, rows({ id: 12 })])
  expect(asked[1]?.body?.value).toEqual({
    q: "SELECT id, externalid FROM transaction WHERE type = 'VendBill' AND (tranid = 'INV-1' AND entity = '1' OR externalid = 'KEY-1') ORDER BY id",
  })
  expect(ended).toMatchObject({ code: 'duplicate-number', cure: 'change-number' })
})

test('a bill whose making was not answered is found by the key that it was written under', () => {
  const own = rows({ id: '91', externalid: 'KEY-1' })
  const { asked, ended } = play(createDocument(document, context), [currencies, own, bill()])
  expect(asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET'])
  expect(ended).toMatchObject({ reference: { id: '91' } })
})

test('bills are looked for among bills alone', () => {
  const { kind, number, party, date, net } = document
  const search = { kind, number, party, date, net }
  const { asked } = play(findDocuments(search, context), [rows({ id: '91' }), currencies, bill()])
  expect(asked[0]?.body?.value).toMatchObject({ q: expect.stringContaining("type = 'VendBill'") })
  expect(asked[2]?.path).toBe('/services/rest/record/v1/vendorBill/91')
})

test('of more bills of one number than are read the one that was sent last is among those that are', () => {
  const { kind, number, party, date, net } = document
  const ids = ['98', '97', '96', '95', '94', '93', '92']
  const answers = [
    rows(...ids.map((id) => ({ id }))),
    currencies,
    ...ids.slice(0, 5).map((id) => bill({ id })),
  ]
  const { asked } = play(findDocuments({ kind, number, party, date, net }, context), answers)
  expect(asked[0]?.body?.value).toMatchObject({ q: expect.stringMatching(/ORDER BY id DESC$/) })
  expect(asked[2]?.path).toBe('/services/rest/record/v1/vendorBill/98')
})

test('a bill that is paid takes no changes', () => {
  const answers = [bill({ status: { id: 'B' } }), currencies]
  const { ended } = play(updateDocument({ document, reference }, context), answers)
  expect(ended).toMatchObject({ code: 'document-in-use', message: expect.stringContaining('is paid') })
})

test('G-13 a bill is deleted unless it is paid, wholly or in part, and is never closed', () => {
  const remove = { kind: 'bill', reference, how: 'delete' } as const
  const first = play(cancelDocument(remove, context), [bill(), { status: 204 }, currencies])
  expect(first.asked[1]).toMatchObject({
    method: 'DELETE',
    path: '/services/rest/record/v1/vendorBill/91',
  })
  expect(first.ended).toMatchObject({ status: 'removed' })
  expect(first.ended).not.toHaveProperty('stateThere')
  const paid = play(cancelDocument(remove, context), [bill({ status: { id: 'B' } })])
  expect(paid.asked).toHaveLength(1)
  expect(paid.ended).toMatchObject({ code: 'document-in-use' })
  const linked = {
    status: 400,
    body: {
      title: 'Bad Request',
      'o:errorDetails': [
        {
          detail: 'This transaction cannot be deleted because it is linked to by one or more transactions.',
          'o:errorCode': 'USER_ERROR',
        },
      ],
    },
  }
  const partly = play(cancelDocument(remove, context), [bill(), linked])
  expect(partly.ended).toMatchObject({ code: 'document-in-use', detail: { entry: 'moved-on' } })
  const closing = play(cancelDocument({ ...remove, how: 'close' }, context), [bill()])
  expect(closing.ended).toMatchObject({ code: 'not-allowed' })
})

test('G-04 what our role may not approve waits for approval there, a bill and an order alike', () => {
  const pending = bill({ status: { id: 'D', refName: 'Pending Approval' } })
  const answers = [currencies, rows(), saved, pending]
  expect(play(createDocument(document, context), answers).ended).toMatchObject({ awaitsApproval: true })
  const order = sampleDocument({ number: 'PO-1' })
  const held = (id: string): ToldAnswer => ({
    body: {
      id: '91',
      tranId: 'PO-1',
      entity: { id: '1' },
      orderStatus: { id },
      currency: { id: '1' },
      subtotal: 130.55,
    },
  })
  const ordered = (id: string) =>
    play(createDocument(order, context), [currencies, rows(), saved, held(id)]).ended
  expect(ordered('A')).toMatchObject({ awaitsApproval: true })
  expect(ordered('B')).not.toHaveProperty('awaitsApproval')
})
