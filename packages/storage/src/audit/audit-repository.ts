import type { CompanyScope } from '@fieldledger/workflow'
import { type Connection, type Model, Schema, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { inGroups } from '../grouping/in-groups.ts'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { modelOn } from '../scope/model-on.ts'
import { pieceOf } from '../scope/piece-of.ts'

/** Who did what, when, with which result. Kept for ever. */
export interface AuditEntry {
  id: string
  at: Date
  by: { id: string; name: string }
  what: string
  record?: string
  before?: unknown
  after?: unknown
  /** unknown = asked of a ledger, and its answer never came. */
  result: 'done' | 'refused' | 'unknown'
  /** A sentence. */
  reason?: string
}

export interface AuditFilter {
  by?: string
  /** A piece of what was done, or of whose name. */
  search?: string
  record?: string
  from?: Date
  to?: Date
  /** The id of the last entry of the page before. */
  before?: string
  limit: number
}

export interface AuditRepository {
  record(scope: CompanyScope, entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void>
  /** Newest first. */
  list(scope: CompanyScope, filter: AuditFilter): Promise<AuditEntry[]>
}

type StoredEntry = Omit<AuditEntry, 'id'> & { _id: string; companyId: string }

export function defineAuditModels(connection: Connection): { audit: Model<StoredEntry> } {
  const mixed = Schema.Types.Mixed
  return {
    audit: modelOn(connection, 'AuditEntry', () =>
      companySchema<StoredEntry>({
        collection: 'audit',
        fields: {
          at: Date,
          by: mixed,
          what: String,
          record: String,
          before: mixed,
          after: mixed,
          result: String,
          reason: String,
        },
        indexes: [[{ companyId: 1, _id: -1 }], [{ companyId: 1, record: 1, _id: -1 }]],
      }),
    ),
  }
}

export function createAuditRepository(database: Database): AuditRepository {
  const { audit } = defineAuditModels(database.connection)
  const insert = inGroups<StoredEntry, void>({
    most: 200,
    inFlight: 1,
    together: async (rows) => {
      await insertRows(audit, rows)
      return []
    },
  })
  return {
    async record({ companyId }, entry) {
      await insert({ ...entry, _id: v7(), companyId, at: new Date() })
    },
    async list({ companyId }, { by, search, record, from, to, before, limit }) {
      const found = await audit
        .find({
          companyId,
          ...(by === undefined ? {} : { 'by.id': by }),
          ...(search === undefined
            ? {}
            : { $or: [{ what: pieceOf(search) }, { 'by.name': pieceOf(search) }] }),
          ...(record === undefined ? {} : { record }),
          ...(from === undefined && to === undefined ? {} : { at: trusted(between(from, to)) }),
          ...(before === undefined ? {} : { _id: trusted({ $lt: before }) }),
        })
        .sort({ _id: -1 })
        .limit(limit)
        .lean()
      return found.map(({ _id, companyId: _company, ...entry }) => ({ ...entry, id: _id }))
    },
  }
}

function between(from: Date | undefined, to: Date | undefined) {
  return { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) }
}
