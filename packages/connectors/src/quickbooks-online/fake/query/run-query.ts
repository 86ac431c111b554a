import { isObject, type Json, type JsonObject, listOf } from '../../../fake-service/json.ts'
import { KeptList } from '../../../fake-service/kept-list.ts'
import { companyInfo } from '../api/company-info.ts'
import type { Realm } from '../books/realm.ts'
import { type EntityKind, kindByName } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import { type Entity, refId } from '../json.ts'
import { withPresentNames } from '../rules/references.ts'
import { schemaProperties } from '../schema.ts'
import { type Condition, parseQuery, type Query } from './parse-query.ts'

const notQueryable = [
  'Line',
  'PrivateNote',
  'Memo',
  'BillAddr',
  'ShipAddr',
  'VendorAddr',
  'TxnTaxDetail',
  'LinkedTxn',
  'POEmail',
]

const lastQuery = new KeptList<Entity>()

/** Answers with whole entities even when single properties were selected, as the service does. */
export function runQuery(text: string, realm: Realm): JsonObject {
  const query = parseQuery(text)
  if (query.entity.toLowerCase() === 'companyinfo') {
    return page({ rows: [companyInfo(realm)], query, name: 'CompanyInfo' })
  }
  const kind = kindByName(query.entity)
  if (!kind) throw refuse.badQuery(`QueryValidationError: Invalid entity name: ${query.entity}`)
  const properties = schemaProperties(kind)
  for (const path of [
    ...query.properties,
    ...query.conditions.map(propertyOf),
    ...query.order.map(propertyOf),
  ]) {
    checkProperty(path, { kind, properties, query })
  }
  const { conditions, order } = query
  const question = JSON.stringify([kind, conditions, order])
  const rows = lastQuery.rows({ books: realm, version: realm.version, question }, () =>
    sorted(
      realm.all(kind).filter((entity) => isWanted(entity, conditions)),
      order,
    ),
  )
  const { QueryResponse } = page({ rows, query, name: kind })
  if (!isObject(QueryResponse) || query.isCount) return { QueryResponse: QueryResponse ?? {} }
  const found = listOf(QueryResponse[kind]).map((entity) => withPresentNames(entity, { realm, kind }))
  return { QueryResponse: found.length === 0 ? {} : { ...QueryResponse, [kind]: found } }
}

function propertyOf(part: { property: string }): string {
  return part.property
}

function page({ rows, query, name }: { rows: Json[]; query: Query; name: string }): JsonObject {
  if (query.isCount) return { QueryResponse: { totalCount: rows.length } }
  const from = query.startPosition - 1
  const slice = rows.slice(from, from + query.maxResults)
  if (slice.length === 0) return { QueryResponse: {} }
  return { QueryResponse: { [name]: slice, startPosition: query.startPosition, maxResults: slice.length } }
}

function checkProperty(
  path: string,
  known: { kind: EntityKind; properties: readonly string[]; query: Query },
): void {
  const [head = ''] = path.split('.')
  const property = known.properties.find((each) => each.toLowerCase() === head.toLowerCase())
  if (!property) {
    throw refuse.badQuery(`QueryValidationError: Property ${path} not found for Entity ${known.kind}`)
  }
  const isFiltered = [...known.query.conditions, ...known.query.order].some((part) => part.property === path)
  if (isFiltered && notQueryable.includes(property)) {
    throw refuse.badQuery(`QueryValidationError: property '${path}' is not queryable`)
  }
}

function isWanted(entity: Entity, conditions: readonly Condition[]): boolean {
  const asksActive = conditions.some((condition) => condition.property.toLowerCase() === 'active')
  if (!asksActive && entity.Active === false) return false
  return conditions.every((condition) => holds(condition, valueAt(entity, condition.property)))
}

function valueAt(entity: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = entity
  for (const part of path.split('.')) {
    if (Array.isArray(value)) [value] = value
    if (!isObject(value)) return undefined
    const key: string | undefined = Object.keys(value).find(
      (each) => each.toLowerCase() === part.toLowerCase(),
    )
    value = key === undefined ? undefined : value[key]
  }
  return isObject(value) ? refId(value) : value
}

function holds({ operator, values }: Condition, value: Json | undefined): boolean {
  if (value === undefined || value === null) return false
  const [wanted = ''] = values
  if (operator === 'IN') return values.some((each) => equals(value, each))
  if (operator === 'LIKE') return like(String(value), wanted)
  if (operator === '=') return equals(value, wanted)
  const order = compare(value, wanted)
  if (operator === '<') return order < 0
  if (operator === '>') return order > 0
  return operator === '<=' ? order <= 0 : order >= 0
}

const instant = /^\d{4}-\d{2}-\d{2}T/

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function equals(left: Json, right: string): boolean {
  if (typeof left === 'number') return left === Number(right)
  const text = String(left)
  return instant.test(text)
    ? Date.parse(text) === Date.parse(right)
    : text.toLowerCase() === right.toLowerCase()
}

function compare(left: Json, right: string): number {
  if (typeof left === 'number') return left - Number(right)
  const text = String(left)
  return instant.test(text) ? Date.parse(text) - Date.parse(right) : collator.compare(text, right)
}

/** `%` stands for any run of characters. Matched piece by piece, so no pattern can be made slow. */
function like(text: string, pattern: string): boolean {
  const pieces = pattern.toLowerCase().split('%')
  const value = text.toLowerCase()
  const [first = '', ...rest] = pieces
  if (rest.length === 0) return value === first
  const last = rest.pop() ?? ''
  if (!value.startsWith(first)) return false
  let at = first.length
  for (const piece of rest) {
    const found = value.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return value.length - last.length >= at && value.endsWith(last)
}

/** What is compared is looked up once for each row. */
function sorted(rows: Entity[], order: Query['order']): Entity[] {
  if (order.length === 0) return rows
  return rows
    .map((row) => ({ row, keys: order.map(({ property }) => valueAt(row, property) ?? '') }))
    .sort((left, right) => {
      for (const [n, { isDescending }] of order.entries()) {
        const difference = compare(left.keys[n] ?? '', String(right.keys[n] ?? ''))
        if (difference !== 0) return isDescending ? -difference : difference
      }
      return 0
    })
    .map(({ row }) => row)
}
