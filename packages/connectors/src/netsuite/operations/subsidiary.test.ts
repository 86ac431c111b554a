import { operationPlayer, sampleDocument, type ToldAnswer } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { checkConnection } from './connect-check.ts'
import { createDocument } from './save-document.ts'
import { createVendor } from './vendors.ts'

const context = {
  companyId: 'TSTDRV1',
  requestKey: 'KEY-1',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}
const play = operationPlayer(classify)
const rows = (...items: object[]): ToldAnswer => ({ body: { items, hasMore: false } })
const subsidiaries = rows(
  { id: 1, name: 'Harbour', parent: null, currency: 1 },
  { id: 3, name: 'West', parent: 1, currency: 4 },
)
const currencies = rows({ id: '1', symbol: 'USD' }, { id: '4', symbol: 'CAD' })

test('an account of several subsidiaries names them, and is the one that was chosen, in its currency', () => {
  const { ended } = play(checkConnection({}, context), [subsidiaries, currencies, rows(), rows()])
  expect(ended).toMatchObject({
    name: 'Harbour',
    currency: 'USD',
    subsidiaries: [
      { id: '1', name: 'Harbour' },
      { id: '3', name: 'West' },
    ],
  })
  const west = { ...context, subsidiary: '3' }
  expect(play(checkConnection({}, west), [subsidiaries, currencies, rows(), rows()]).ended).toMatchObject({
    name: 'West',
    currency: 'CAD',
  })
})

test('an account of one subsidiary has nothing to choose from', () => {
  const one = rows({ id: 1, name: 'Harbour', parent: null, currency: 1 })
  expect(play(checkConnection({}, context), [one, currencies, rows(), rows()]).ended).not.toHaveProperty(
    'subsidiaries',
  )
})

test('documents are of the chosen subsidiary, else of the vendor’s own; new vendors are made in it', () => {
  const document = sampleDocument({ number: 'PO-1' })
  const body = (subsidiary?: string) =>
    play(createDocument(document, subsidiary === undefined ? context : { ...context, subsidiary }), [
      currencies,
      rows(),
    ]).asked[2]?.body?.value
  expect(body('3')).toMatchObject({ subsidiary: { id: '3' } })
  expect(body()).not.toHaveProperty('subsidiary')
  const vendor = play(createVendor({ name: 'Acme' }, { ...context, subsidiary: '3' }), [subsidiaries])
  expect(vendor.asked[1]?.body?.value).toMatchObject({ subsidiary: { id: '3' } })
})
