import type { Db } from 'mongodb'
import { until } from '../../support/until.ts'

/** From the submit to the first durable step of a worker, of the run that waited longest; waits until all have begun. */
export async function slowestPickupMs(database: Db, companyId: string): Promise<number> {
  const runs = database.collection<{ _id: string; startedAt: Date; claimedAt?: Date }>('runs')
  const results = database.collection<{ runId: string; at: Date }>('stepResults')
  return until({ what: 'every run had begun', withinMs: 60_000 }, async () => {
    const waits: number[] = []
    for (const run of await runs.find({ companyId }).toArray()) {
      // Steps that need nothing but the form were taken with the submit.
      const since = { $gte: run.claimedAt ?? new Date() }
      const first = await results.findOne({ companyId, runId: run._id, at: since }, { sort: { at: 1 } })
      if (first === null) return undefined
      waits.push(first.at.getTime() - run.startedAt.getTime())
    }
    return Math.max(...waits)
  })
}
