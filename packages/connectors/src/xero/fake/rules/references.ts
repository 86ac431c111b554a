import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Tenant } from '../books/tenant.ts'
import type { Draft } from './draft.ts'
import { writeContact } from './write-contact.ts'

/**
 * The contact of a document: named by id, number or name. A bill edits it by whatever else is sent, and makes one
 * whose name is new; an order does neither.
 */
export function settleContact(draft: Draft): JsonObject {
  const { tenant, kind, input, before, problems } = draft
  const kept = isObject(before?.Contact) ? before.Contact : {}
  const sent = isObject(input.Contact) ? input.Contact : undefined
  if (!sent && before) return kept
  const id = textOf(sent?.ContactID)
  const number = textOf(sent?.ContactNumber)
  const name = textOf(sent?.Name)
  if (!sent || (id === undefined && number === undefined && name === undefined)) {
    problems.push(
      'The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber',
    )
    return kept
  }
  const found = findContact(tenant, { id, number, name })
  const mayBeMade = kind === 'Invoice' && id === undefined && name !== undefined
  if (!found && !mayBeMade) problems.push('The contact could not be found.')
  else if (found && found.ContactStatus !== 'ACTIVE')
    problems.push(
      'The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.',
    )
  else if (kind === 'Invoice') return { ContactID: writeContact(draft, { sent, found }) }
  return { ContactID: textOf(found?.ContactID) ?? id ?? '' }
}

interface ContactNames {
  id: string | undefined
  number: string | undefined
  name: string | undefined
}

function findContact(tenant: Tenant, { id, number, name }: ContactNames): JsonObject | undefined {
  if (id !== undefined) return tenant.find('Contact', id)
  if (number !== undefined) return tenant.findBy('Contact', { property: 'ContactNumber', value: number })[0]
  const named = tenant.findBy('Contact', { property: 'Name', value: name ?? '' })
  return named.find((contact) => contact.ContactStatus === 'ACTIVE') ?? named[0]
}

/** What one unit of the home currency is in another one, every day the same. */
const dayRates: Readonly<Record<string, number>> = { EUR: 0.92, GBP: 0.79, CAD: 1.37 }

/** Any that the organisation has subscribed to, whatever the contact's own is; without a rate it is the day's. */
export function settleCurrency({ tenant, input, before, problems }: Draft) {
  const code = textOf(input.CurrencyCode) ?? textOf(before?.CurrencyCode) ?? 'USD'
  if (!tenant.find('Currency', code)) problems.push(`Organisation is not subscribed to currency ${code}`)
  const kept = code === before?.CurrencyCode ? before.CurrencyRate : undefined
  const rate = typeof input.CurrencyRate === 'number' ? input.CurrencyRate : (kept ?? dayRates[code] ?? 1)
  return { CurrencyCode: code, CurrencyRate: rate }
}

export function accountByCode(tenant: Tenant, code: string): JsonObject | undefined {
  return tenant.findBy('Account', { property: 'Code', value: code })[0]
}
