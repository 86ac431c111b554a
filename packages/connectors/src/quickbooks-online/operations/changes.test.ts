import { operationPlayer } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { listChanges } from './changes.ts'

const context = { companyId: '9341', requestKey: '', currency: 'USD', booksUrl: 'http://books.example/app' }
const play = operationPlayer(classify)
const since = '2026-11-27T10:00:00.000Z'
const at = (LastUpdatedTime: string) => ({ MetaData: { LastUpdatedTime } })
const told = (parts: object[]) => ({ body: { CDCResponse: [{ QueryResponse: parts }] } })

test('one request tells of all kinds, by UTC; a payment changes the bills that it pays, what is deleted is gone', () => {
  const paid = { TxnType: 'Bill', TxnId: '31' }
  const { asked, ended } = play(listChanges({ since }, context), [
    told([
      { Vendor: [{ Id: '7', SyncToken: '2', ...at('2026-11-27T02:30:00-08:00') }] },
      { Item: [{ Id: '9', Name: 'Stud (deleted)', Active: false, ...at('2026-11-27T10:31:00Z') }] },
      {},
      { Bill: [{ Id: '30', status: 'Deleted', ...at('2026-11-27T10:32:00Z') }] },
      {
        BillPayment: [
          {
            Id: '40',
            ...at('2026-11-27T10:33:00Z'),
            Line: [{ LinkedTxn: [paid, { TxnType: 'VendorCredit', TxnId: '8' }] }],
          },
        ],
      },
    ]),
  ])
  expect(asked).toMatchObject([
    {
      path: '/v3/company/{company}/cdc',
      query: { entities: 'Vendor,Item,PurchaseOrder,Bill,BillPayment', changedSince: since },
      routine: true,
    },
  ])
  expect(ended).toMatchObject({
    complete: true,
    rows: [
      { record: 'vendor', remoteId: '7', at: '2026-11-27T10:30:00.000Z' },
      { record: 'item', remoteId: '9', active: false },
      { record: 'document', remoteId: '30' },
      { record: 'document', remoteId: '31', at: '2026-11-27T10:33:00.000Z' },
    ],
  })
})

test('a thousand objects are all that it tells at once: there may be more', () => {
  const Vendor = Array.from({ length: 1000 }, (_, n) => ({ Id: `${n + 1}`, ...at('2026-11-27T10:30:00Z') }))
  expect(play(listChanges({ since }, context), [told([{ Vendor }])]).ended).toMatchObject({ complete: false })
  const { ended } = play(listChanges({ since }, context), [told([{ Vendor: Vendor.slice(1) }])])
  expect(ended).toMatchObject({ complete: true })
})
