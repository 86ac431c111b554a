import type { CatalogueRecord } from '../records/catalogue-record.ts'
import { nameKey } from '../search/name-key.ts'
import type { PlannedFileRow } from './plan-file.ts'

type Row = Pick<PlannedFileRow, 'name' | 'change'>

/** Two of one name would never match the ledger's: neither two rows of a file, nor a row and a record. */
export function createNameWatch(ours: readonly CatalogueRecord[]) {
  const holders = new Map<string, string>()
  for (const record of ours) holders.set(keyOf(record), record.id)
  const wanted = (row: Row, record: CatalogueRecord | undefined) =>
    keyOf({ ...record, ...row.change, name: row.change.name ?? record?.name ?? row.name })
  return {
    refuse(row: Row, record: CatalogueRecord | undefined): string | undefined {
      const holder = holders.get(wanted(row, record))
      if (holder === undefined || holder === record?.id) return undefined
      return 'There is one with this name already: use that one, or choose another name.'
    },
    take(row: Row, record: CatalogueRecord | undefined): void {
      holders.set(wanted(row, record), record?.id ?? 'new')
    },
  }
}

export type NameWatch = ReturnType<typeof createNameWatch>

function keyOf(record: { name: string; currency?: string | undefined }): string {
  return `${nameKey(record.name)}|${record.currency ?? ''}`
}
