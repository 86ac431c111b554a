import type { LedgerEventRecord, LedgerEvents } from '@fieldledger/catalogue'
import { type Connection, trusted } from 'mongoose'
import { waitingEvents } from '../engine/waiting-events.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { modelOn } from '../scope/model-on.ts'

const keptSeconds = 30 * 86_400

export function defineLedgerEventModels(connection: Connection) {
  return modelOn(connection, 'LedgerEvent', () =>
    companySchema<Stored<LedgerEventRecord>>({
      collection: 'ledgerEvents',
      fields: {
        ledger: String,
        eventId: String,
        record: String,
        remoteId: String,
        name: String,
        active: Boolean,
        revision: String,
        receivedAt: Date,
        dueAt: Date,
        state: String,
      },
      indexes: [
        [{ companyId: 1, ledger: 1, eventId: 1 }, { unique: true }],
        [{ receivedAt: 1 }, { expireAfterSeconds: keptSeconds }],
        [{ state: 1, _id: 1 }, { partialFilterExpression: { state: 'received' } }],
      ],
    }),
  )
}

export function createLedgerEvents(database: Database): LedgerEvents {
  const events = defineLedgerEventModels(database.connection)
  return {
    async keep({ companyId }, told) {
      if (told.length === 0) return 0
      const writes = told.map((event) => {
        const { _id, ...row } = toStored(event, companyId)
        const filter = { companyId, ledger: event.ledger, eventId: event.eventId }
        return { updateOne: { filter, update: { $setOnInsert: { _id, ...row } }, upsert: true } }
      })
      const written = await events.bulkWrite(writes, {
        ordered: false,
        writeConcern: { w: 'majority', j: true },
      })
      return written.upsertedCount
    },
    async waiting(limit) {
      return (await waitingEvents(events, limit)).map((row) => toEntity<LedgerEventRecord>(row))
    },
    async putOff({ companyId }, { ids, until }) {
      if (ids.length === 0) return
      await events.updateMany({ companyId, _id: trusted({ $in: [...ids] }) }, { $set: { dueAt: until } })
    },
    async done({ companyId }, ids) {
      await events.updateMany({ companyId, _id: trusted({ $in: [...ids] }) }, { $set: { state: 'done' } })
    },
  }
}
