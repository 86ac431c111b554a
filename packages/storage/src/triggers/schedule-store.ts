import type { Schedule, ScheduleStore } from '@fieldledger/runtime'
import type { FormModels } from '../forms/form-models.ts'
import { type Bound, within } from '../runtime/bound.ts'
import { type Stored, toEntity } from '../runtime/record.ts'
import type { TriggerModels } from './trigger-models.ts'

export function createScheduleStore(
  models: TriggerModels & Pick<FormModels, 'forms'>,
  bound: Bound,
): ScheduleStore {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async get(id) {
      const found = await models.schedules.findOne({ companyId, _id: id }, null, options).lean()
      return found === null ? undefined : toEntity<Schedule>(found as Stored<Schedule>)
    },
    async all() {
      const found = await models.schedules.find({ companyId }, null, options).lean()
      return found.map((row) => toEntity<Schedule>(row as Stored<Schedule>))
    },
    async formArchived(formId) {
      const found = await models.forms
        .findOne({ companyId, _id: formId, archived: true }, { _id: 1 }, options)
        .lean()
      return found !== null
    },
    async advance({ id, from, to }) {
      const moved = await models.schedules.updateOne(
        { companyId, _id: id, nextFireAt: from },
        { $set: { nextFireAt: to } },
        options,
      )
      return moved.matchedCount === 1
    },
  }
}
