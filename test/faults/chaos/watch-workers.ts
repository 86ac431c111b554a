import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'

/** Work that killed its worker five times in a row is set aside, rightly: the test keeps below that. */
const nearlyPoison = 3
const longestBootMs = 15_000
const longestRestMs = 15_000

export interface WorkerWatch {
  needsRest(): Promise<boolean>
  /** Lets this life go on until it is up and a little longer, or, when rest is due, until the rest is over. */
  letLive(resting: boolean): Promise<void>
}

export function watchWorkers(database: Db, companyId: string): WorkerWatch {
  const workers = database.collection<{ _id: string }>('workers')
  const newest = async () => (await workers.findOne({}, { sort: { _id: -1 } }))?._id ?? ''
  const needsRest = async () => {
    const suspect = { companyId, attempts: { $gte: nearlyPoison } }
    const counts = await Promise.all(
      ['runs', 'effects'].map((name) => database.collection(name).countDocuments(suspect)),
    )
    return counts.some((count) => count > 0)
  }
  return {
    needsRest,
    async letLive(resting) {
      const before = await newest()
      await waitFor(longestBootMs, async () => (await newest()) > before)
      if (resting) await waitFor(longestRestMs, async () => !(await needsRest()))
      else await pause(100 + Math.random() * 1200)
    },
  }
}

async function waitFor(longestMs: number, come: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + longestMs
  while (performance.now() < deadline && !(await come())) await pause(100)
}
