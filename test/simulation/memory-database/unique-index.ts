import type { Schema } from 'mongoose'
import { matches } from './matches.ts'
import { type Filter, type Row, valueAt } from './row.ts'

/** A unique index of one of the product's own schemas. */
export interface UniqueIndex {
  name: string
  /** undefined = the index does not hold this row. */
  keyOf(row: Row): string | undefined
}

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
          partialFilterExpression !== undefined && !matches(row, partialFilterExpression, 0)
            ? undefined
            : paths.map((path) => String(valueAt(row, path))).join('|'),
      }
    })
}
