import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { KeptList } from '../../../fake-service/kept-list.ts'
import type { Tenant } from '../books/tenant.ts'
import { contactOf } from '../books/tenant.ts'
import { type ElementKind, elementKinds } from '../element-kinds.ts'
import { refuse } from '../refusals.ts'
import { orderOf, readPath } from './compare.ts'
import { parseWhere } from './parse-where.ts'

export type Parameters = Readonly<Record<string, string | undefined>>

interface ListCall {
  tenant: Tenant
  kind: ElementKind
  parameters: Parameters
  modifiedSince: string | undefined
}

export interface Listed {
  elements: JsonObject[]
  pagination?: { page: number; pageSize: number; pageCount: number; itemCount: number }
}

const lastList = new KeptList<JsonObject>()

/** Filters, sorts and pages one kind of element. */
export function listElements(call: ListCall): Listed {
  const { kind, parameters } = call
  const { tenant, modifiedSince } = call
  const { page: _page, pageSize: _pageSize, ...asked } = parameters
  const question = JSON.stringify([kind, modifiedSince, asked])
  const found = lastList.rows({ books: tenant, version: tenant.version, question }, () =>
    sorted(tenant.all(kind).filter(filterOf(call)), parameters.order),
  )
  const isPaged = parameters.page !== undefined || kind === 'PurchaseOrder'
  if (!isPaged) return { elements: found.map((element) => unpaged(kind, element)) }
  const page = wholeNumber(parameters.page ?? '1', { name: 'page', most: 1_000_000 })
  const pageSize = wholeNumber(parameters.pageSize ?? '100', { name: 'pageSize', most: 1000 })
  const pageCount = Math.ceil(found.length / pageSize)
  const elements = found.slice((page - 1) * pageSize, page * pageSize)
  return { elements, pagination: { page, pageSize, pageCount, itemCount: found.length } }
}

function filterOf({ tenant, kind, parameters, modifiedSince }: ListCall): (element: JsonObject) => boolean {
  const { where, IDs, ContactIDs, InvoiceNumbers, searchTerm } = parameters
  const traits = elementKinds[kind]
  const hasWhere = where !== undefined && where !== '' && kind !== 'PurchaseOrder'
  const condition = hasWhere ? parseWhere(where) : undefined
  const since = modifiedSince === undefined || !traits.isSinceKnown ? undefined : sinceOf(modifiedSince)
  const isOneOf = (list: string | undefined, value: string | undefined) =>
    list === undefined ||
    list
      .toLowerCase()
      .split(',')
      .includes(value?.toLowerCase() ?? '')
  return (element) => {
    const shown = traits.isDocument ? { ...element, Contact: contactOf(element, tenant) ?? {} } : element
    return (
      (condition?.(shown) ?? true) &&
      (since === undefined || Date.parse(textOf(element.UpdatedDateUTC) ?? '') >= since) &&
      isOneOf(IDs, textOf(element[traits.id])) &&
      isOneOf(ContactIDs, textOf(contactOf(element, tenant)?.ContactID)) &&
      isOneOf(InvoiceNumbers, textOf(element.InvoiceNumber)) &&
      isOneOf(parameters.Statuses ?? parameters.Status, textOf(element.Status)) &&
      isInside(element, parameters) &&
      isShown(kind, { element, parameters }) &&
      (searchTerm === undefined || JSON.stringify(shown).toLowerCase().includes(searchTerm.toLowerCase()))
    )
  }
}

/** Archived contacts are shown to those who ask for them. */
function isShown(
  kind: ElementKind,
  { element, parameters }: { element: JsonObject; parameters: Parameters },
): boolean {
  return kind !== 'Contact' || element.ContactStatus === 'ACTIVE' || parameters.includeArchived === 'true'
}

function isInside(element: JsonObject, { DateFrom, DateTo }: Parameters): boolean {
  const date = textOf(element.Date) ?? ''
  return (DateFrom === undefined || date >= DateFrom) && (DateTo === undefined || date <= DateTo)
}

function sinceOf(header: string): number {
  const instant = Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(header) ? `${header}Z` : header)
  if (Number.isNaN(instant)) throw refuse.precondition()
  return Math.floor(instant / 1000) * 1000
}

function sorted(elements: JsonObject[], order: string | undefined): JsonObject[] {
  if (order === undefined || order.trim() === '') return elements
  const keys = order.split(',').map((part) => {
    const [, path, direction] = /^\s*([\w.]+)(?:\s+(ASC|DESC))?\s*$/i.exec(part) ?? []
    if (path === undefined) throw refuse.badQuery(`The order '${part.trim()}' cannot be read`)
    return { path, sign: direction?.toUpperCase() === 'DESC' ? -1 : 1 }
  })
  const plain = (element: JsonObject, path: string) => {
    const value = readPath(element, path)
    return value === undefined || typeof value === 'object' ? '' : value
  }
  return elements.toSorted((left, right) => {
    for (const { path, sign } of keys) {
      const order = orderOf(plain(left, path), plain(right, path)) ?? 0
      if (order !== 0) return order * sign
    }
    return 0
  })
}

function wholeNumber(text: string, { name, most }: { name: string; most: number }): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw refuse.badQuery(`The parameter ${name} must be a number from 1 to ${most}`)
  return number
}

/** A whole list leaves out what a page of it and a single element have. */
function unpaged(kind: ElementKind, element: JsonObject): JsonObject {
  if (kind === 'Invoice') return withoutLines(element)
  if (kind !== 'Contact') return element
  const { MergedToContactID: _merged, ContactPersons: _persons, ...contact } = element
  return { ...contact, ContactPersons: [] }
}

function withoutLines(document: JsonObject): JsonObject {
  return listOf(document.LineItems).length === 0 ? document : { ...document, LineItems: [] }
}
