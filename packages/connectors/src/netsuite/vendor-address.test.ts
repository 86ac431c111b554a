import { expect, test } from 'vitest'
import { countryCode } from './country-code.ts'
import { addressOf, toAddressBook } from './vendor-address.ts'

const ours = {
  name: 'Acme',
  address: '12 Mill Road\nGate 3',
  city: 'Renton',
  region: 'WA',
  postalCode: '98055',
  country: 'United States',
}
const links = [{ rel: 'self', href: 'x' }]
const yard = { links, label: 'Yard', defaultBilling: false, addressBookAddress: { links, city: 'Kent' } }
const office = {
  links,
  label: 'Office',
  defaultBilling: true,
  addressBookAddress: {
    links,
    addressee: 'Acme, Accounts',
    addr1: 'Old road',
    city: 'Kent',
    country: { id: 'US' },
  },
}

test('S2-05 a new vendor has its five fields in one address, for billing and shipping', () => {
  const book = toAddressBook(ours, { addressBook: { items: [] } })
  expect(book?.items).toEqual([
    {
      defaultBilling: true,
      defaultShipping: true,
      addressBookAddress: {
        ...{ addr1: '12 Mill Road', addr2: 'Gate 3', city: 'Renton', state: 'WA', zip: '98055' },
        country: { id: 'US' },
      },
    },
  ])
  expect(toAddressBook({ name: 'Acme' }, { addressBook: { items: [] } })).toBeUndefined()
})

test('S2-05 only the billing address becomes ours; whom it is addressed to and the other addresses stay', () => {
  const before = { addressBook: { items: [yard, office] } }
  expect(toAddressBook(ours, before)?.items).toEqual([
    {
      label: 'Office',
      defaultBilling: true,
      addressBookAddress: {
        ...{
          addressee: 'Acme, Accounts',
          addr1: '12 Mill Road',
          addr2: 'Gate 3',
          city: 'Renton',
          state: 'WA',
        },
        ...{ zip: '98055', country: { id: 'US' } },
      },
    },
    { label: 'Yard', defaultBilling: false, addressBookAddress: { city: 'Kent' } },
  ])
  expect(toAddressBook({ name: 'Acme' }, before)?.items).toHaveLength(1)
  expect(toAddressBook({ name: 'Acme', ...addressOf(before) }, before)).toBeUndefined()
})

test.each([
  ['us', 'US'],
  ['USA', 'US'],
  ['Germany', 'DE'],
  ['UK', 'GB'],
  ['', undefined],
  ['Freedonia', undefined],
])('the country “%s” is %s there', (country, code) => {
  expect(countryCode(country)).toBe(code)
})
