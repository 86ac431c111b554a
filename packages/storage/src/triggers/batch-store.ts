import type { Batch, BatchCounts, BatchItem, BatchStore } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { type Bound, within } from '../runtime/bound.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import type { TriggerModels } from './trigger-models.ts'

const none: BatchCounts = { sent: 0, done: 0, failed: 0, skipped: 0, waiting: 0, underWay: 0 }

export function createBatchStore(models: TriggerModels, bound: Bound): BatchStore {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async insert(batch) {
      await models.batches.insertMany([toStored<Batch>(batch, companyId)], options)
    },
    async obstacle({ scheduleId, firePeriod }) {
      const found = await models.batches
        .find(
          {
            companyId,
            scheduleId,
            $or: [{ state: trusted({ $in: ['starting', 'running'] }) }, { firePeriod }],
          },
          { state: 1 },
          options,
        )
        .lean()
      if (found.length === 0) return undefined
      return found.some(({ state }) => state !== 'finished') ? 'under-way' : 'fired'
    },
    async get(id) {
      const found = await models.batches.findOne({ companyId, _id: id }, null, options).lean()
      return found === null ? undefined : batchOf(found)
    },
    async list({ before, limit }) {
      const found = await models.batches
        .find(
          { companyId, ...(before === undefined ? {} : { _id: trusted({ $lt: before }) }) },
          null,
          options,
        )
        .sort({ _id: -1 })
        .limit(limit)
        .lean()
      return found.map(batchOf)
    },
    async move({ id, cursor, state, to }) {
      const moved = await models.batches.updateOne(
        { companyId, _id: id, cursor, state },
        { $set: to },
        options,
      )
      return moved.matchedCount === 1
    },
    async addItems(items) {
      if (items.length === 0) return
      await models.items.insertMany(
        items.map((item) => toStored<BatchItem>(item, companyId)),
        options,
      )
    },
    async items({ batchId, undecided = false, after = '', limit }) {
      const found = await models.items
        .find(
          {
            companyId,
            batchId,
            _id: trusted({ $gt: after }),
            ...(undecided ? { outcome: trusted({ $exists: false }) } : {}),
          },
          null,
          options,
        )
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map((item) => toEntity<BatchItem>(item as Stored<BatchItem>))
    },
    async decide(items) {
      if (items.length === 0) return
      await models.items.bulkWrite(
        items.map(({ id, outcome, message, number, url }) => ({
          updateOne: {
            filter: { companyId, _id: id, outcome: trusted({ $exists: false }) },
            update: { $set: { outcome, message, number, url } },
          },
        })),
        options,
      )
    },
    async counts(batchIds) {
      const found = await models.items.aggregate<{ _id: { batch: string; outcome?: string }; count: number }>(
        [
          { $match: { companyId, batchId: { $in: [...batchIds] } } },
          { $group: { _id: { batch: '$batchId', outcome: '$outcome' }, count: { $sum: 1 } } },
        ],
        options,
      )
      const counts = new Map(batchIds.map((id) => [id, { ...none }]))
      for (const { _id, count } of found) {
        const own = counts.get(_id.batch)
        if (own !== undefined) own[(_id.outcome ?? 'underWay') as keyof BatchCounts] = count
      }
      return counts
    },
  }
}

function batchOf(found: unknown): Batch {
  const batch = toEntity<Batch>(found as Stored<Batch>)
  // Mongoose makes an empty list of one that was never given.
  const { submissionIds = [], ...rest } = batch
  return submissionIds.length === 0 ? rest : batch
}
