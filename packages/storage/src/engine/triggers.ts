import type { TriggerEngine } from '@fieldledger/runtime'
import { type Model, trusted } from 'mongoose'
import { definePeopleModels } from '../people/people-models.ts'
import { defineReconciliationModels } from '../reconcile/reconciliation-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineEventStartModels } from '../triggers/event-start-models.ts'
import { defineInboxModels } from '../triggers/inbox-models.ts'
import { defineTriggerModels } from '../triggers/trigger-models.ts'

/** After so long nobody works any more with the zone as it was read before. */
const zoneSettlesMs = 120_000

/** Schedules and batches of every company that have something to do. */
export function createTriggerEngine(database: Database): TriggerEngine {
  const { schedules, batches } = defineTriggerModels(database.connection)
  const { eventStarts } = defineEventStartModels(database.connection)
  const { reconciliations } = defineReconciliationModels(database.connection)
  const { memberships, companies } = definePeopleModels(database.connection)
  const { messages } = defineInboxModels(database.connection)
  return {
    async dueSchedules(limit) {
      const found = await schedules
        .find(
          {
            nextFireAt: trusted({ $type: 'date' }),
            $expr: trusted({ $lte: ['$nextFireAt', '$$NOW'] }),
          },
          { companyId: 1, now: '$$NOW' },
        )
        .setOptions(acrossCompanies('find the schedules whose moment has come'))
        .sort({ lookedAt: 1, nextFireAt: 1 })
        .limit(limit)
        .lean<{ _id: string; companyId: string; now: Date }[]>()
      await takeTurns(schedules, { found, limit })
      return found.map(({ _id: id, companyId, now }) => ({ id, companyId, now }))
    },
    async openBatches(limit) {
      const found = await batches
        .find({ state: trusted({ $in: ['starting', 'running'] }) }, { companyId: 1 })
        .setOptions(acrossCompanies('find the batches under way'))
        .sort({ lookedAt: 1, _id: 1 })
        .limit(limit)
        .lean()
      await takeTurns(batches, { found, limit })
      return found.map(({ _id: id, companyId }) => ({ id, companyId }))
    },
    async dueEventStarts(limit) {
      const found = await eventStarts
        .find({ $expr: trusted({ $lte: ['$lookAt', '$$NOW'] }) }, { companyId: 1, workflowId: 1 })
        .setOptions(acrossCompanies('find the workflows that events start'))
        .sort({ lookAt: 1 })
        .limit(limit)
        .lean()
      return found.map(({ _id: id, companyId, workflowId }) => ({
        id,
        companyId,
        ...(workflowId === undefined ? {} : { workflowId }),
      }))
    },
    async digestCompanies() {
      const found = await memberships
        .find({ active: true, digest: true }, { companyId: 1 })
        .setOptions(acrossCompanies('find the companies whose people want the daily e-mail'))
        .lean()
      return [...new Set(found.map(({ companyId }) => companyId))]
    },
    async movedZones() {
      const found = await companies
        .find(
          { zoneMovedAt: trusted({ $type: 'date' }) },
          { timeZone: 1, longAgo: { $lt: ['$zoneMovedAt', { $subtract: ['$$NOW', zoneSettlesMs] }] } },
        )
        .lean<{ _id: string; timeZone: string; longAgo: boolean }[]>()
      return found.map(({ _id: companyId, timeZone: zone, longAgo }) => ({ companyId, zone, longAgo }))
    },
    async zoneFollowed({ companyId, zone }) {
      await companies.updateOne({ _id: companyId, timeZone: zone }, { $unset: { zoneMovedAt: true } })
    },
    async openReconciliations(limit) {
      const found = await reconciliations
        .find(
          { dueAt: trusted({ $type: 'date' }), $expr: trusted({ $lte: ['$dueAt', '$$NOW'] }) },
          { companyId: 1 },
        )
        .setOptions(acrossCompanies('find the months of ledgers that are being read'))
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean()
      return found.map(({ _id: id, companyId }) => ({ id, companyId }))
    },
    async openMessages(limit) {
      const found = await messages
        .find({ state: 'received', $expr: trusted({ $lte: ['$lookAt', '$$NOW'] }) }, { companyId: 1 })
        .setOptions(acrossCompanies('find the messages that nobody has worked on'))
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map(({ _id: id, companyId }) => ({ id, companyId }))
    },
  }
}

/**
 * Some stay where they are for long: a batch with a run that sleeps, a schedule whose batch is under way. Where there are
 * more than fit into one look, those that were looked at come last in the next one, so that they hold up nobody else's.
 */
async function takeTurns<Row extends { _id: string }>(
  rows: Model<Row>,
  { found, limit }: { found: readonly { _id: string }[]; limit: number },
): Promise<void> {
  if (found.length < limit) return
  await rows
    .updateMany({ _id: trusted({ $in: found.map(({ _id }) => _id) }) } as never, {
      $currentDate: { lookedAt: true as never },
    })
    .setOptions(acrossCompanies('note which batches and schedules were looked at'))
}
