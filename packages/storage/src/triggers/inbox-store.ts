import type { InboxMessage, InboxStore } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { type Bound, within } from '../runtime/bound.ts'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import type { InboxModels } from './inbox-models.ts'

const waitedFor = { waiting: 1, lookAt: 1 }

export function createInboxStore({ messages }: Pick<InboxModels, 'messages'>, bound: Bound): InboxStore {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async insert(message) {
      try {
        await messages.insertMany([toStored<InboxMessage>(message, companyId)], options)
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async get(id) {
      const found = await messages.findOne({ companyId, _id: id }, null, options).lean()
      return found === null ? undefined : toEntity<InboxMessage>(found as Stored<InboxMessage>)
    },
    async list({ workflowId, before, limit }) {
      const earlier = before === undefined ? {} : { _id: trusted({ $lt: before }) }
      const found = await messages
        .find({ companyId, workflowId, ...earlier }, null, options)
        .sort({ _id: -1 })
        .limit(limit)
        .lean()
      return found.map((row) => toEntity<InboxMessage>(row as Stored<InboxMessage>))
    },
    async settle({ id, ...settled }) {
      const done = await messages.updateOne(
        { companyId, _id: id, state: 'received' },
        { $set: settled, $unset: { ...(settled.reason === undefined ? { reason: 1 } : {}), ...waitedFor } },
        options,
      )
      return done.matchedCount === 1
    },
    async putOff({ id, ms, ...seen }) {
      const done = await messages.updateOne(
        { companyId, _id: id, state: 'received' },
        [{ $set: { ...literally(seen), lookAt: { $add: ['$$NOW', ms] } } }],
        { ...options, updatePipeline: true },
      )
      return done.matchedCount === 1
    },
    async awaited({ workflowId, before, submissionIds }) {
      if (submissionIds.length === 0) return new Set()
      const found = await messages
        .find(
          {
            companyId,
            workflowId,
            state: 'received',
            _id: trusted({ $lt: before }),
            'waiting.ids': trusted({ $in: [...submissionIds] }),
          },
          { waiting: 1 },
          options,
        )
        .lean()
      return new Set(found.flatMap(({ waiting }) => waiting?.ids ?? []))
    },
    async countFailure(id) {
      const counted = await messages
        .findOneAndUpdate(
          { companyId, _id: id },
          { $inc: { tries: 1 } },
          { ...options, returnDocument: 'after' },
        )
        .lean()
      return counted?.tries ?? 0
    },
  }
}

/** In a pipeline a text that begins with a dollar sign would be the name of a field. */
function literally(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { $literal: value }]))
}
