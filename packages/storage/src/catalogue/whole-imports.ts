import {
  nameKey,
  type ReadRow,
  type SettledRow,
  type WholeImport,
  type WholeImports,
} from '@fieldledger/catalogue'
import { type Connection, Schema, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { claimWholeImport } from '../engine/whole-imports-due.ts'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { modelOn } from '../scope/model-on.ts'
import { updateRows } from '../scope/update-rows.ts'

interface StoredRow extends ReadRow {
  _id: string
  companyId: string
  importId: string
  list: SettledRow['list']
  nameKey: string
  outcome: SettledRow['outcome'] | null
  note?: string
  readAt: Date
}

const keptSeconds = 30 * 86_400
const openPhases: WholeImport['phase'][] = ['reading', 'writing']
const mixed = Schema.Types.Mixed

export function defineWholeImportModels(connection: Connection) {
  return {
    imports: modelOn(connection, 'WholeImport', () =>
      companySchema<Stored<WholeImport>>({
        collection: 'wholeImports',
        fields: {
          connectionId: String,
          wish: String,
          phase: String,
          halt: String,
          lists: mixed,
          at: mixed,
          step: Number,
          startedAt: Date,
          startedBy: mixed,
          finishedAt: Date,
          message: String,
          dueAt: Date,
        },
        indexes: [
          [{ companyId: 1, connectionId: 1 }, { unique: true }],
          [{ dueAt: 1 }, { partialFilterExpression: { phase: { $in: ['reading', 'writing'] } } }],
        ],
      }),
    ),
    rows: modelOn(connection, 'ReadRow', () =>
      companySchema<StoredRow>({
        collection: 'readRows',
        fields: {
          importId: String,
          list: String,
          remoteId: String,
          name: String,
          nameKey: String,
          active: Boolean,
          row: mixed,
          outcome: String,
          note: String,
          readAt: Date,
        },
        indexes: [
          [{ companyId: 1, importId: 1, list: 1, remoteId: 1 }, { unique: true }],
          [{ companyId: 1, importId: 1, list: 1, outcome: 1, _id: 1 }],
          [{ companyId: 1, importId: 1, list: 1, nameKey: 1 }],
          [{ companyId: 1, importId: 1, note: 1 }, { partialFilterExpression: { note: { $exists: true } } }],
          [{ readAt: 1 }, { expireAfterSeconds: keptSeconds }],
        ],
      }),
    ),
  }
}

export function createWholeImports(database: Database): WholeImports {
  const { imports, rows } = defineWholeImportModels(database.connection)
  const under = { phase: trusted({ $in: openPhases }) }
  return {
    async get({ companyId }, connectionId) {
      const found = await imports.findOne({ companyId, connectionId }).lean()
      return found === null ? undefined : toEntity<WholeImport>(found)
    },
    async begin({ companyId }, fresh) {
      const { connectionId } = fresh
      // A preview or a Sync Items that was stopped has nothing to go on for: it is pressed again.
      const isOver = [
        { phase: 'done' as const },
        { halt: trusted({ $exists: true }), wish: trusted({ $exists: true }) },
      ]
      const before = await imports.findOneAndDelete({ companyId, connectionId, $or: isOver }).lean()
      if (before !== null) await rows.deleteMany({ companyId, importId: before._id })
      try {
        await imports.insertMany([toStored(fresh, companyId)])
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async stop({ companyId }, connectionId) {
      const going = { ...under, companyId, connectionId, halt: trusted({ $exists: false }) }
      return (await imports.updateOne(going, { $set: { halt: 'stopped' } })).matchedCount === 1
    },
    async resume({ companyId }, connectionId) {
      const halted = { ...under, companyId, connectionId, halt: trusted({ $exists: true }) }
      const again = {
        $unset: { halt: 1 as const, message: 1 as const },
        $currentDate: { dueAt: true as const },
      }
      return (await imports.updateOne(halted, again)).matchedCount === 1
    },
    claim: () => claimWholeImport(imports),
    async move({ companyId }, { seen, to: { message, ...to } }) {
      const moved = await imports.updateOne(
        { companyId, _id: seen.id, step: seen.step },
        {
          $set: { ...to, step: seen.step + 1, ...(message === undefined ? {} : { message }) },
          ...(message === undefined ? { $unset: { message: 1 } } : {}),
        },
      )
      return moved.matchedCount === 1
    },
    async putRows({ companyId }, { importId, list, rows: read }) {
      const readAt = new Date()
      const updates = read.map(({ remoteId, ...row }) => ({
        filter: { companyId, importId, list, remoteId },
        update: {
          $set: { ...row, nameKey: nameKey(row.name), outcome: null, readAt },
          $setOnInsert: { _id: v7() },
        },
        upsert: true,
      }))
      await updateRows(rows, updates)
    },
    async unsettled({ companyId }, { importId, list, limit }) {
      const which = { companyId, importId, list, outcome: null }
      return (await rows.find(which).sort({ _id: 1 }).limit(limit).lean()).map(readRow)
    },
    async namesakes({ companyId }, { importId, list, names }) {
      const keys = trusted({ $in: [...new Set(names.map(nameKey))] })
      return (await rows.find({ companyId, importId, list, nameKey: keys }).lean()).map(readRow)
    },
    async settle({ companyId }, { importId, list, rows: settled }) {
      const updates = settled.map(({ remoteId, outcome, note }) => ({
        filter: { companyId, importId, list, remoteId },
        update: { $set: { outcome, ...(note === undefined ? {} : { note }) } },
      }))
      await updateRows(rows, updates)
    },
    async noted({ companyId }, { importId, limit }) {
      const outcome = trusted({ $ne: 'skip-inactive' as const })
      const which = { companyId, importId, note: trusted({ $exists: true }), outcome }
      const found = await rows.find(which).sort({ outcome: 1, _id: 1 }).limit(limit).lean()
      return found.flatMap(({ list, remoteId, name, outcome, note }) =>
        outcome === null ? [] : [{ list, remoteId, name, outcome, ...(note === undefined ? {} : { note }) }],
      )
    },
  }
}

function readRow({ remoteId, name, active, row }: ReadRow): ReadRow {
  return { remoteId, name, active, row }
}
