import type { CompanyScope } from '@fieldledger/workflow'
import { type Connection, type Model, Schema } from 'mongoose'
import { inGroups } from '../grouping/in-groups.ts'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { modelOn } from '../scope/model-on.ts'
import { pieceOf } from '../scope/piece-of.ts'
import { type AuditRow, auditRows, type KeptEntry, type WrittenEntry } from './audit-rows.ts'

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

export function defineAuditModels(connection: Connection): { audit: Model<AuditRow> } {
  return {
    audit: modelOn(connection, 'AuditEntry', () =>
      companySchema<AuditRow>({
        collection: 'audit',
        fields: { record: [String], entries: [Schema.Types.Mixed] },
        indexes: [[{ companyId: 1, _id: -1 }], [{ companyId: 1, record: 1, _id: -1 }]],
      }),
    ),
  }
}

export function createAuditRepository(database: Database): AuditRepository {
  const { audit } = defineAuditModels(database.connection)
  const insert = inGroups<WrittenEntry, void>({
    most: 200,
    inFlight: 1,
    together: async (written) => {
      await insertRows(audit, auditRows(written))
      return []
    },
  })
  return {
    async record({ companyId }, entry) {
      await insert({ ...entry, companyId, at: new Date() })
    },
    async list({ companyId }, { limit, ...filter }) {
      const { record, before } = filter
      const found = await audit.aggregate<KeptEntry>([
        // A row that goes before the entry of that id has the lesser id, and so has the row that it stands in.
        {
          $match: {
            companyId,
            ...(record === undefined ? {} : { record }),
            ...(before === undefined ? {} : { _id: { $lt: before } }),
          },
        },
        { $sort: { _id: -1 } },
        { $project: { entries: { $reverseArray: { $ifNull: ['$entries', ['$$ROOT']] } } } },
        { $unwind: '$entries' },
        { $replaceRoot: { newRoot: '$entries' } },
        { $match: wanted(filter) },
        { $limit: limit },
      ])
      return found.map(({ _id, companyId: _company, ...entry }) => ({ ...entry, id: _id }))
    },
  }
}

/** Asked of each entry by itself: a row holds others too. */
function wanted({ by, search, record, from, to, before }: Omit<AuditFilter, 'limit'>) {
  return {
    ...(by === undefined ? {} : { 'by.id': by }),
    ...(search === undefined ? {} : { $or: [{ what: pieceOf(search) }, { 'by.name': pieceOf(search) }] }),
    ...(record === undefined ? {} : { record }),
    ...(from === undefined && to === undefined ? {} : { at: between(from, to) }),
    ...(before === undefined ? {} : { _id: { $lt: before } }),
  }
}

function between(from: Date | undefined, to: Date | undefined) {
  return { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) }
}
