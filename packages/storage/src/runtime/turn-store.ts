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
    before: (turn, limit) => around(turn, { limit, which: (own) => ({ $lt: own ?? 0 }) }),
    behind: (turn, limit) =>
      around(turn, { limit, which: (own) => ({ $gt: own ?? Number.MAX_SAFE_INTEGER }) }),
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
    async ofRuns(runIds) {
      if (runIds.length === 0) return []
      const found = await turns
        .find({ companyId, runId: trusted({ $in: [...runIds] }) }, null, options)
        .lean()
      return found.map(toTurn)
    },
  }

  async function around(
    { key, runId, stepId, visit }: Turn,
    { limit, which }: { limit: number; which(own: number | undefined): Record<string, number> },
  ): Promise<Turn[]> {
    const own = await turns.findOne({ companyId, key, runId, stepId, visit }, { ticket: 1 }, options).lean()
    const those = { companyId, key, ticket: trusted(which(own?.ticket)) }
    return (await turns.find(those, null, options).sort({ ticket: 1 }).limit(limit).lean()).map(toTurn)
  }
}

function toTurn({ key, runId, submissionId, stepId, stepName, visit }: Turn): Turn {
  return { key, runId, submissionId, stepId, stepName, visit }
}
