import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { contactOf, type Tenant } from '../books/tenant.ts'
import { dayProperties, plainTime, wireDate } from '../dates.ts'
import { type ElementKind, elementKinds } from '../element-kinds.ts'

interface Shown {
  tenant: Tenant
  kind: ElementKind
  element: JsonObject
  isList?: boolean
}

/** An element as it goes over the wire: dates in two forms, the contact with its name of today. */
export function present({ tenant, kind, element, isList = false }: Shown): JsonObject {
  const { isDocument, id } = elementKinds[kind]
  const shown: JsonObject = { ...element }
  for (const property of dayProperties) {
    const day = textOf(element[property])
    if (day === undefined) continue
    shown[property] = wireDate(`${day}T00:00:00Z`)
    shown[`${property}String`] = `${day}T00:00:00`
  }
  const updated = textOf(element.UpdatedDateUTC)
  if (updated !== undefined) {
    shown.UpdatedDateUTC = wireDate(updated)
    if (kind === 'Invoice') shown.UpdatedDateUTCString = plainTime(updated)
  }
  if (kind === 'Contact' && updated !== undefined)
    shown.HasAttachments = tenant.attachments(kind, textOf(element[id]) ?? '').length > 0
  if (!isDocument) return shown
  shown.HasAttachments = tenant.attachments(kind, textOf(element[id]) ?? '').length > 0
  shown.HasErrors = false
  const contact = contactOf(element, tenant) ?? {}
  shown.Contact = isList
    ? pick(contact, ['ContactID', 'ContactNumber', 'Name'])
    : pick(contact, [
        'ContactID',
        'ContactNumber',
        'ContactStatus',
        'Name',
        'FirstName',
        'LastName',
        'EmailAddress',
        'Addresses',
        'Phones',
        'DefaultCurrency',
      ])
  shown.LineItems = listOf(element.LineItems).map((line) => ({ ...line, ValidationErrors: [] }))
  return shown
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name] ?? '']])),
  )
}
