import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import { submitMany } from '../faults/chaos/submit-many.ts'
import type { SendingCompany } from '../support/make-company.ts'
import { until } from '../support/until.ts'

export interface NeighbourTimes {
  p50: number
  longest: number
}

const withinMs = 60_000

/** Milliseconds from an order's submit until it stands verified in a ledger that has room. */
export async function measureNeighbour(about: {
  company: SendingCompany
  database: Db
  samples: number
  everyMs?: number
}): Promise<NeighbourTimes> {
  const { company, database, samples, everyMs = 0 } = about
  const times: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    const began = performance.now()
    const [submissionId] = await submitMany(company, 1)
    const verified = { companyId: company.id, submissionId, 'confirmation.verified': 'verified' }
    await until({ what: 'the neighbour’s order was verified', withinMs, everyMs: 10 }, async () => {
      return (await database.collection('effects').countDocuments(verified)) > 0
    })
    times.push(performance.now() - began)
    await pause(everyMs)
  }
  const sorted = times.toSorted((one, other) => one - other)
  return { p50: sorted[Math.floor(samples / 2)] ?? 0, longest: sorted.at(-1) ?? 0 }
}
