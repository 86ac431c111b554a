import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Journal, JournalEntry } from '@fieldledger/accounting'
import type { SyncLogReader } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import { journalFilter } from './journal-filter.ts'
import { defineJournalModels, type JournalRow } from './journal-models.ts'

/** Longer entries are kept compressed. */
const packedFrom = 64 * 1024
const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** The drivers' journal is the Integration Log: one row for each request and its answer. */
export function createJournal(database: Database): Journal & SyncLogReader {
  const { journal } = defineJournalModels(database.connection)
  return {
    async record(entry) {
      const { companyId, connectionId, submissionId, effectId } = entry.scope
      const text = JSON.stringify(entry)
      const body =
        text.length > packedFrom
          ? { packed: await pack(text), outline: outlineOf(entry) }
          : { entry: JSON.parse(text) as JournalEntry }
      const row: JournalRow = {
        _id: v7(),
        companyId,
        connectionId,
        ...(submissionId === undefined ? {} : { submissionId }),
        ...(effectId === undefined ? {} : { effectId }),
        failed: entry.error !== undefined,
        ...body,
        at: new Date(),
      }
      await journal.insertMany([row])
    },
    async read({ scope, limit, ...which }) {
      const rows = await journal
        .find({ companyId: scope.companyId, ...journalFilter(which) })
        .sort({ _id: -1 })
        .limit(limit)
        .lean()
      return Promise.all(
        rows.map(async (row) => ({ ...(await entryOf(row as JournalRow)), id: row._id, at: row.at })),
      )
    },
  }
}

function outlineOf({ operation, step, error, scope }: JournalEntry): NonNullable<JournalRow['outline']> {
  const { asked } = scope
  return {
    operation,
    step,
    ...(asked === undefined ? {} : { scope: { asked } }),
    ...(error === undefined ? {} : { error: { code: error.code, message: error.message } }),
  }
}

async function entryOf({ entry, packed }: JournalRow): Promise<JournalEntry> {
  if (entry !== undefined) return entry
  // A lean read hands out BSON's own Binary, whose bytes stand in `buffer`.
  const bytes = packed === undefined ? Buffer.alloc(0) : Buffer.from(packed.buffer as ArrayBuffer)
  return JSON.parse((await unpack(bytes)).toString('utf8')) as JournalEntry
}
