import type { EventStart, EventStartStore } from '@fieldledger/runtime'
import { type Bound, within } from '../runtime/bound.ts'
import { type Stored, toEntity } from '../runtime/record.ts'
import type { EventStartModels } from './event-start-models.ts'

export function createEventStartStore({ eventStarts }: EventStartModels, bound: Bound): EventStartStore {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async get(id) {
      const found = await eventStarts.findOne({ companyId, _id: id }, null, options).lean()
      return found === null ? undefined : toEntity<EventStart>(found as Stored<EventStart>)
    },
    async remove(id) {
      return (await eventStarts.deleteOne({ companyId, _id: id }, options)).deletedCount === 1
    },
    async putOff({ id, ms }) {
      await eventStarts.updateOne(
        { companyId, _id: id },
        [{ $set: { lookAt: { $add: ['$$NOW', ms] }, tries: { $add: ['$tries', 1] } } }],
        { ...options, updatePipeline: true },
      )
    },
  }
}
