import type { LedgerCompany } from '@fieldledger/accounting'
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

test('G-14 each of several subsidiaries has the tax codes of its own countries, one of the United States has none', () => {
  const codes = rows(
    { id: 1, itemid: 'GST-CA', rate: '5.00%', available: 'BOTH', nexuscountry: 'CA' },
    { id: 2, itemid: 'S-GB', rate: '20.00%', available: 'BOTH', nexuscountry: 'GB' },
    { id: 3, itemid: 'CA-SAN', rate: '8.25%', available: 'SALE', nexuscountry: 'US' },
  )
  const check = (country: object, nexus: object[] = []) =>
    play(checkConnection({}, { ...context, subsidiary: '3' }), [
      ...[subsidiaries, currencies, rows(), codes],
      { body: { country, nexus: { items: nexus } } },
    ])
  const taxesOf = (checked: ReturnType<typeof check>) => {
    const { purchaseTax, taxCodes = [] } = checked.ended as LedgerCompany
    return [purchaseTax, taxCodes.map(({ name }) => name)]
  }
  expect(check({ id: 'CA' }).asked[4]?.path).toMatch(/\/subsidiary\/3$/)
  expect(taxesOf(check({ id: 'CA' }))).toEqual([true, ['GST-CA']])
  expect(taxesOf(check({ id: 'CA' }, [{ country: 'GB' }]))).toEqual([true, ['GST-CA', 'S-GB']])
  expect(taxesOf(check({ id: 'US' }))).toEqual([false, []])
  expect(taxesOf(check({}))).toEqual([true, ['GST-CA', 'S-GB']])
})
