import { trusted } from 'mongoose'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineInboxModels } from '../triggers/inbox-models.ts'
import { defineTriggerModels } from '../triggers/trigger-models.ts'

type Late = { late: number }

/** More that are held up at once hide those behind them, until one of these is free. */
const mostHeldUp = 500

/**
 * How late the oldest message and the oldest schedule are, that could be taken up, and how old the oldest batch is. A
 * schedule whose batch is under way is not late: that batch is.
 */
export function createTriggerWatch(database: Database) {
  const { schedules, batches } = defineTriggerModels(database.connection)
  const { messages } = defineInboxModels(database.connection)

  async function oldestMessage(): Promise<number> {
    const [oldest] = await messages
      .find(
        { state: 'received', $expr: trusted({ $lte: ['$lookAt', '$$NOW'] }) },
        { late: { $subtract: ['$$NOW', { $ifNull: ['$lookAt', '$receivedAt'] }] } },
      )
      .setOptions(acrossCompanies('how late is the oldest message'))
      .sort({ _id: 1 })
      .limit(1)
      .lean<Late[]>()
    return Math.max(0, oldest?.late ?? 0)
  }

  async function oldestSchedule(): Promise<number> {
    const due = await schedules
      .find(
        { nextFireAt: trusted({ $type: 'date' }), $expr: trusted({ $lte: ['$nextFireAt', '$$NOW'] }) },
        { late: { $subtract: ['$$NOW', '$nextFireAt'] } },
      )
      .setOptions(acrossCompanies('how late is the oldest schedule'))
      .sort({ nextFireAt: 1 })
      .limit(mostHeldUp)
      .lean<(Late & { _id: string })[]>()
    if (due.length === 0) return 0
    const held = await batches
      .find({ state: trusted({ $in: ['starting', 'running'] }) }, { scheduleId: 1 })
      .setOptions(acrossCompanies('which schedules wait for their batch'))
      .lean()
    const waiting = new Set(held.map(({ scheduleId }) => scheduleId))
    return Math.max(0, due.find(({ _id }) => !waiting.has(_id))?.late ?? 0)
  }

  async function oldestBatch(): Promise<number> {
    const [oldest] = await batches
      .find(
        { state: trusted({ $in: ['starting', 'running'] }) },
        { late: { $subtract: ['$$NOW', '$startedAt'] } },
      )
      .setOptions(acrossCompanies('how long the oldest batch is under way'))
      .sort({ startedAt: 1 })
      .limit(1)
      .lean<Late[]>()
    return Math.max(0, oldest?.late ?? 0)
  }

  return async () => {
    const [ofMessages, ofSchedules, ofBatches] = await Promise.all([
      oldestMessage(),
      oldestSchedule(),
      oldestBatch(),
    ])
    return { messages: ofMessages, schedules: ofSchedules, batches: ofBatches }
  }
}
