import type { Db } from 'mongodb'
import { until } from '../../support/until.ts'

interface RunRow {
  _id: string
  startedAt: Date
  claimedAt?: Date
  results?: { at: Date }[]
}

/** From the submit to the first durable trace of a worker, of the run that waited longest; waits until all have begun. */
export async function slowestPickupMs(database: Db, companyId: string): Promise<number> {
  const runs = database.collection<RunRow>('runs')
  return until({ what: 'every run had begun', withinMs: 60_000 }, async () => {
    const waits: number[] = []
    for (const run of await runs.find({ companyId }).toArray()) {
      const begun =
        (await plannedAt(database, { companyId, run })) ?? (await steppedAt(database, { companyId, run }))
      if (begun === undefined) return undefined
      waits.push(begun.getTime() - run.startedAt.getTime())
    }
    return Math.max(...waits)
  })
}

interface OfRun {
  companyId: string
  run: RunRow
}

/** What a worker plans to send stays, however often the run is claimed after it. */
async function plannedAt(database: Db, { companyId, run }: OfRun): Promise<Date | undefined> {
  const effects = database.collection<{ createdAt: Date }>('effects')
  const planned = { companyId, 'requestedBy.runId': run._id }
  return (await effects.findOne(planned, { sort: { createdAt: 1 } }))?.createdAt
}

/** A run that sends nothing is claimed once. Steps that need nothing but the form were taken with the submit. */
async function steppedAt(database: Db, { companyId, run }: OfRun): Promise<Date | undefined> {
  const since = run.claimedAt ?? new Date()
  const inRun = run.results?.find(({ at }) => at >= since)
  if (inRun !== undefined) return inRun.at
  const beside = database.collection<{ at: Date }>('stepResults')
  return (await beside.findOne({ companyId, runId: run._id, at: { $gte: since } }, { sort: { at: 1 } }))?.at
}
