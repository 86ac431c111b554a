import type { CatalogueChange, CatalogueKind } from '@fieldledger/catalogue'
import { searchKeys } from './search-keys.ts'

/** The update of one stored record, with what it is found by; `undefined` clears a field. */
export function changeOfRecord(present: { name: string }, change: CatalogueChange<CatalogueKind>) {
  const fields = Object.entries(change)
  const set = Object.fromEntries(fields.filter(([, value]) => value !== undefined))
  const unset = Object.fromEntries(
    fields.flatMap(([field, value]) => (value === undefined ? [[field, 1]] : [])),
  )
  const keys = searchKeys({ ...present, ...change, name: change.name ?? present.name })
  return { $set: { ...set, ...keys }, ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}) }
}
