import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { contactOf, type Tenant } from '../books/tenant.ts'
import { dayProperties, plainTime, wireDate } from '../dates.ts'
import { type ElementKind, elementKinds } from '../element-kinds.ts'
import { describeAttachment } from './describe-attachment.ts'
import { paymentsOf, presentPayment } from './present-payment.ts'
import { rounded, roundedPrices } from './unit-places.ts'

interface Shown {
  tenant: Tenant
  kind: ElementKind
  element: JsonObject
  isList?: boolean
  /** Places of unit amounts that the call asked for. */
  unitPlaces: 2 | 4
}

/** An element as it goes over the wire: dates in two forms, the contact with its name of today. */
export function present({ tenant, kind, element, unitPlaces, isList = false }: Shown): JsonObject {
  const { isDocument, id } = elementKinds[kind]
  const shown: JsonObject = { ...element }
  for (const property of dayProperties) {
    const day = textOf(element[property])
    if (day === undefined) continue
    shown[property] = wireDate(`${day}T00:00:00Z`)
    if (isDocument) shown[`${property}String`] = `${day}T00:00:00`
  }
  const updated = textOf(element.UpdatedDateUTC)
  if (updated !== undefined) {
    shown.UpdatedDateUTC = wireDate(updated)
    if (kind === 'Invoice') shown.UpdatedDateUTCString = plainTime(updated)
  }
  if (kind === 'Contact' && updated !== undefined)
    shown.HasAttachments = tenant.attachments(kind, textOf(element[id]) ?? '').length > 0
  if (kind === 'Payment') return presentPayment(tenant, { shown, element })
  if (kind === 'Item') Object.assign(shown, roundedPrices(element, unitPlaces))
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
  shown.LineItems = listOf(element.LineItems).map((line) => ({
    ...line,
    ...(kind === 'Invoice' && rounded(line, { name: 'UnitAmount', places: unitPlaces })),
    ValidationErrors: [],
  }))
  if (kind === 'Invoice') shown.Payments = paymentsOf(tenant, element)
  if (kind === 'RepeatingInvoice') Object.assign(shown, { ID: element[id], Schedule: wireSchedule(element) })
  if (!isList && shown.HasAttachments === true)
    shown.Attachments = tenant
      .attachments(kind, textOf(element[id]) ?? '')
      .map(({ attachment }) => describeAttachment({ kind, id: textOf(element[id]) ?? '' }, attachment))
  return shown
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name] ?? '']])),
  )
}

function wireSchedule({ Schedule }: JsonObject): JsonObject {
  const schedule = isObject(Schedule) ? Schedule : {}
  const days = ['StartDate', 'NextScheduledDate', 'EndDate'].flatMap((name) => {
    const day = textOf(schedule[name])
    return day === undefined ? [] : [[name, wireDate(`${day}T00:00:00Z`)]]
  })
  return { ...schedule, ...Object.fromEntries(days) }
}
