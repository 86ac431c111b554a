import type { Turn, TurnStore } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import { type Bound, within } from './bound.ts'
import type { RuntimeModels } from './runtime-models.ts'

export function createTurnStore(models: RuntimeModels, bound: Bound): TurnStore {
  const { companyId } = bound.scope
  const options = within(bound)
  const { turns, counters } = models

  return {
    async queue(turn) {
      const { key, runId, stepId, visit } = turn
      const own = { companyId, key, runId, stepId, visit }
      if ((await turns.findOne(own, { _id: 1 }, options).lean()) !== null) return
      // Whoever draws a number keeps the others from drawing until it has committed: none is seen before a smaller one.
      const drawn = await counters
        .findOneAndUpdate(
          { companyId, _id: `${companyId}|turn|${key}` },
          { $inc: { value: 1 } },
          { ...options, upsert: true, returnDocument: 'after' },
        )
        .lean()
      await turns.insertMany([{ ...turn, _id: v7(), companyId, ticket: drawn?.value ?? 1 }], options)
    },
    async before({ key, runId, stepId, visit }, limit) {
      const own = await turns.findOne({ companyId, key, runId, stepId, visit }, { ticket: 1 }, options).lean()
      const ahead = { companyId, key, ticket: trusted({ $lt: own?.ticket ?? 0 }) }
      return (await turns.find(ahead, null, options).sort({ ticket: 1 }).limit(limit).lean()).map(toTurn)
    },
    async first(key) {
      const found = await turns.findOne({ companyId, key }, null, options).sort({ ticket: 1 }).lean()
      return found === null ? undefined : toTurn(found)
    },
    async leave(place) {
      const held = await turns.find({ companyId, ...place }, { key: 1 }, options).lean()
      if (held.length > 0) await turns.deleteMany({ companyId, ...place }, options)
      return [...new Set(held.map(({ key }) => key))]
    },
    async ofRun(runId) {
      return (await turns.find({ companyId, runId }, null, options).lean()).map(toTurn)
    },
  }
}

function toTurn({ key, runId, submissionId, stepId, stepName, visit }: Turn): Turn {
  return { key, runId, submissionId, stepId, stepName, visit }
}
