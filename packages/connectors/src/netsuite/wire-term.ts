import { Type } from 'typebox'
import { Column, RowId } from './wire.ts'

/** `term` (NSREC): one by a day of the month has no days. */
export const TermRow = Type.Object({
  id: RowId,
  name: Column,
  daysuntilnetdue: Column,
  datedriven: Column,
  isinactive: Column,
})
export type TermRow = Type.Static<typeof TermRow>
