import type { Db } from 'mongodb'

/** Work that killed its worker five times in a row is set aside, rightly: the test keeps below that. */
const nearlyPoison = 3

export interface Lives {
  /** Is the life that was begun last up? */
  isUp(): Promise<boolean>
  needsRest(): Promise<boolean>
}

/** A worker is up with its first heartbeat. */
export function watchWorker(watched: { database: Db; companyId: string; pid(): number | undefined }): Lives {
  const { database, companyId, pid } = watched
  const workers = database.collection<{ _id: string; pid: number }>('workers')
  return {
    isUp: async () => (await workers.countDocuments({ pid: pid() ?? 0 })) > 0,
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
    isUp: async () => {
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
