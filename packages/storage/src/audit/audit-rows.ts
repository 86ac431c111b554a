import { mongo } from 'mongoose'
import { v7 } from 'uuid'
import { groupBy } from '../grouping/group-by.ts'
import type { AuditEntry } from './audit-repository.ts'

export type WrittenEntry = Omit<AuditEntry, 'id'> & { companyId: string }

export type KeptEntry = Omit<AuditEntry, 'id'> & {
  /** Its row's, and its place in there: compared as texts, the ids of all entries are in the order of the list. */
  _id: string
  /** Where it was a row of its own, before entries shared one. */
  companyId?: string
}

/** Entries of one company that were written together, in their order, as one row, which never changes. */
export interface AuditRow {
  _id: string
  companyId: string
  /** What its entries are about, each once: found by the index of the rows that held one entry and one record. */
  record?: string[]
  entries: KeptEntry[]
}

/** A place has two digits. */
const most = 100

/** Far below what one row may hold; an entry that is larger, a whole form before and after, has a row to itself. */
const mostBytes = 1_000_000

export function auditRows(written: readonly WrittenEntry[]): AuditRow[] {
  const rows: AuditRow[] = []
  for (const [companyId, own] of groupBy(written, (entry) => entry.companyId))
    for (const entries of shares(own)) rows.push(rowOf(companyId, entries))
  return rows
}

function shares(own: readonly WrittenEntry[]): WrittenEntry[][] {
  const all: WrittenEntry[][] = []
  let share: WrittenEntry[] | undefined
  let bytes = 0
  for (const entry of own) {
    const size = mongo.BSON.calculateObjectSize(entry)
    if (share === undefined || share.length === most || bytes + size > mostBytes) {
      share = []
      all.push(share)
      bytes = 0
    }
    share.push(entry)
    bytes += size
  }
  return all
}

function rowOf(companyId: string, own: readonly WrittenEntry[]): AuditRow {
  const rowId = v7()
  const entries = own.map(({ companyId: _company, ...entry }, place) => ({
    ...entry,
    _id: `${rowId}-${String(place).padStart(2, '0')}`,
  }))
  const record = [...new Set(entries.flatMap((entry) => entry.record ?? []))]
  return { _id: rowId, companyId, ...(record.length === 0 ? {} : { record }), entries }
}
