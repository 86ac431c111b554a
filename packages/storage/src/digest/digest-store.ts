import type { DigestStore } from '@fieldledger/runtime'
import { type Bound, within } from '../runtime/bound.ts'
import type { DigestModels } from './digest-models.ts'

export function createDigestStore({ days }: DigestModels, bound: Bound): DigestStore {
  const { companyId } = bound.scope
  const options = within(bound)
  const idOf = (day: string) => `${companyId} ${day}`
  const sent = async (day: string) =>
    (await days.findOne({ companyId, _id: idOf(day) }, { _id: 1 }, options).lean()) !== null
  return {
    sent,
    async begin(day) {
      if (await sent(day)) return false
      await days.insertMany([{ _id: idOf(day), companyId, at: new Date() }], options)
      return true
    },
  }
}
