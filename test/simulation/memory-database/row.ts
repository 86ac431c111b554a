/** A stored document: never changed in place. */
export type Row = Readonly<Record<string, unknown>> & { readonly _id: string }

export type Filter = Readonly<Record<string, unknown>>

/** What stands at "a.b.c" of a row. */
export function valueAt(row: unknown, path: string): unknown {
  if (!path.includes('.')) return (row as Record<string, unknown>)[path]
  const parts = path.split('.')
  let value: unknown = row
  for (const [position, part] of parts.entries()) {
    if (typeof value !== 'object' || value === null) return undefined
    if (Array.isArray(value) && !isPlace(part)) return valuesAt(value, parts.slice(position).join('.'))
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

const isPlace = (part: string) => /^\d+$/.test(part)

/** Of each of its elements, as MongoDB looks into an array of documents. */
function valuesAt(elements: readonly unknown[], path: string): unknown[] | undefined {
  const values = elements.map((one) => valueAt(one, path)).filter((value) => value !== undefined)
  return values.length === 0 ? undefined : values
}

/** A row without what is undefined, as MongoDB stores it. */
export function toRow(document: object): Row {
  const row: Record<string, unknown> = { ...document }
  for (const name in row) if (row[name] === undefined) return withoutUndefined(row)
  return row as Row
}

function withoutUndefined(document: Record<string, unknown>): Row {
  const row: Record<string, unknown> = {}
  for (const name in document) if (document[name] !== undefined) row[name] = document[name]
  return row as Row
}

/** A copy in which another value stands at "a.b.c"; undefined takes it out. */
export function withValueAt(row: Row, path: string, value: unknown): Row {
  const [first = '', ...rest] = path.split('.')
  if (value === undefined && rest.length > 0 && !isObject(row[first])) return row
  const inner = rest.length === 0 ? value : withValueAt(insideOf(row[first]), rest.join('.'), value)
  return toRow({ ...row, [first]: inner })
}

function insideOf(value: unknown): Row {
  return (isObject(value) ? value : {}) as Row
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null
