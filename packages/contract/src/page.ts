import { type Static, type TSchema, Type } from 'typebox'

/** Cursor paging: `next` is opaque and absent on the last page. */
export function pageOf<Row extends TSchema>(row: Row) {
  return Type.Object({
    rows: Type.Array(row),
    next: Type.Optional(Type.String()),
    total: Type.Optional(Type.Integer()),
  })
}
export interface Page<Row> {
  rows: Row[]
  next?: string
  total?: number
}
export type PageOf<Row extends TSchema> = Page<Static<Row>>
