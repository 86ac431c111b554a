import type { Db } from 'mongodb'

/** Work that killed its worker five times in a row is set aside, rightly: the test keeps below that. */
const nearlyPoison = 3

export interface Lives {
  /** Asked before a life begins; what it answers says whether that life is up. */
  next(): Promise<() => Promise<boolean>>
  needsRest(): Promise<boolean>
}

/** A worker is up with its first heartbeat. */
export function watchWorkers(database: Db, companyId: string): Lives {
  const workers = database.collection<{ _id: string }>('workers')
  const newest = async () => (await workers.findOne({}, { sort: { _id: -1 } }))?._id ?? ''
  return {
    async next() {
      const before = await newest()
      return async () => (await newest()) > before
    },
    async needsRest() {
      const suspect = { companyId, attempts: { $gte: nearlyPoison } }
      const counts = await Promise.all(
        ['runs', 'effects'].map((name) => database.collection(name).countDocuments(suspect)),
      )
      return counts.some((count) => count > 0)
    },
  }
}

/** An api is up when it answers. */
export function watchApi(url: string): Lives {
  return {
    next: async () => async () => {
      try {
        const answer = await fetch(`${url}/api/v1/health/live`, { signal: AbortSignal.timeout(1000) })
        await answer.body?.cancel()
        return answer.ok
      } catch {
        return false
      }
    },
    needsRest: async () => false,
  }
}
