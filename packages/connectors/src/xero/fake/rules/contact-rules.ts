import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Draft } from './draft.ts'

const writable = [
  'ContactNumber',
  'AccountNumber',
  'Name',
  'FirstName',
  'LastName',
  'CompanyNumber',
  'EmailAddress',
  'BankAccountDetails',
  'TaxNumber',
  'AccountsPayableTaxType',
  'AccountsReceivableTaxType',
  'DefaultCurrency',
  'PurchasesDefaultAccountCode',
  'SalesDefaultAccountCode',
  'ContactPersons',
  'PaymentTerms',
]
const addressTypes = ['STREET', 'POBOX']
const phoneTypes = ['DEFAULT', 'DDI', 'MOBILE', 'FAX']

export function settleContactCard(draft: Draft): JsonObject {
  const { tenant, input, before, problems } = draft
  const sent = Object.fromEntries(
    writable.flatMap((name) => (name in input ? [[name, input[name] ?? '']] : [])),
  )
  const status = textOf(input.ContactStatus) ?? textOf(before?.ContactStatus) ?? 'ACTIVE'
  const name = (textOf(input.Name) ?? textOf(before?.Name) ?? '').trim()
  const number = textOf(input.ContactNumber)
  const others = (property: string, value: string) =>
    tenant.findBy('Contact', { property, value }).filter(({ ContactID }) => ContactID !== before?.ContactID)
  if (name === '') problems.push('The contact name must be specified.')
  const isTaken = others('Name', name).some((contact) => contact.ContactStatus === 'ACTIVE')
  if (name !== '' && status === 'ACTIVE' && isTaken)
    problems.push(
      `The contact name ${name} is already assigned to another contact. The contact name must be unique across all active contacts.`,
    )
  if (listOf(input.ContactPersons).length > 5) problems.push('A contact may have at most 5 contact persons.')
  if (number !== undefined && number !== '' && others('ContactNumber', number).length > 0)
    problems.push(`The contact number ${number} is already assigned to another contact.`)
  return {
    IsSupplier: false,
    IsCustomer: false,
    HasAttachments: false,
    EmailAddress: '',
    BankAccountDetails: '',
    ContactPersons: [],
    ...before,
    ...sent,
    Name: name,
    ContactStatus: status,
    Addresses: byType(draft, { list: 'Addresses', types: addressTypes, type: 'AddressType' }),
    Phones: byType(draft, { list: 'Phones', types: phoneTypes, type: 'PhoneType' }),
  }
}

/** Every type is always there, empty or not. */
function byType(
  { input, before }: Draft,
  { list, types, type }: { list: string; types: string[]; type: string },
): JsonObject[] {
  return types.map((each) => {
    const own = (all: JsonObject[string] | undefined) => listOf(all).find((entry) => entry[type] === each)
    return { [type]: each, ...(own(input[list]) ?? own(before?.[list])) }
  })
}
