import type { Schema } from 'mongoose'
import { matches } from './matches.ts'
import { type Filter, type Row, valueAt } from './row.ts'

/** A unique index of one of the product's own schemas. */
export interface UniqueIndex {
  name: string
  /** undefined = the index does not hold this row. */
  keyOf(row: Row): string | undefined
}

/** No index asks for the time. */
const never = new Date(0)

export function uniqueIndexesOf(schema: Schema, collection: string): UniqueIndex[] {
  const declared = schema.indexes() as [
    Record<string, unknown>,
    { unique?: boolean; partialFilterExpression?: Filter },
  ][]
  return declared
    .filter(([, options]) => options.unique === true)
    .map(([fields, { partialFilterExpression }]) => {
      const paths = Object.keys(fields)
      return {
        name: `${collection}.${paths.join('+')}`,
        keyOf: (row) =>
          partialFilterExpression !== undefined && !matches(row, partialFilterExpression, never)
            ? undefined
            : keyAt(row, paths),
      }
    })
}

function keyAt(row: Row, paths: readonly string[]): string {
  let key = ''
  for (const path of paths) key = `${key}|${valueAt(row, path)}`
  return key
}
