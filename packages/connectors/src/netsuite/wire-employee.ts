import { Type } from 'typebox'
import { Column, RowId } from './wire.ts'

/** `employee` (NSREC): `entityid` is what the service shows, with a number before it where it numbers its employees. */
export const EmployeeRow = Type.Object({
  id: RowId,
  entityid: Column,
  firstname: Column,
  lastname: Column,
  isinactive: Column,
})
export type EmployeeRow = Type.Static<typeof EmployeeRow>
