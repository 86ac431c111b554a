import type { HitCounter, Hits } from '@fieldledger/storage'
import type { Store } from 'express-rate-limit'

/** Servers know of each other's hits that much later; no request waits for the database. */
const tellEveryMs = 1000
const mostKeys = 20_000

interface Gathered {
  /** What all servers had counted when we last told. */
  known: Hits
  untold: number
  toldAt: number
}

/** Counts here and tells the database now and then: for the brake on every request, where a write each would cost more than it guards. */
export function gatheredStore(
  counter: HitCounter,
  { name, windowMs }: { name: string; windowMs: number },
): Store {
  const gathered = new Map<string, Gathered>()

  function entryOf(key: string): Gathered {
    const entry = gathered.get(key)
    if (entry !== undefined && entry.known.resetAt.getTime() > Date.now()) return entry
    if (gathered.size >= mostKeys) gathered.clear()
    const fresh = {
      known: { count: 0, resetAt: new Date(Date.now() + windowMs) },
      untold: 0,
      toldAt: Number.NEGATIVE_INFINITY,
    }
    gathered.set(key, fresh)
    return fresh
  }

  async function tell(key: string, entry: Gathered): Promise<void> {
    const by = entry.untold
    entry.toldAt = performance.now()
    try {
      const known = await counter.add(`${name} ${key}`, { by, windowMs })
      entry.untold -= by
      entry.known = known
    } catch {
      // Without the database this server goes on counting alone, and tells later.
    }
  }

  return {
    localKeys: false,
    prefix: name,
    increment(key) {
      const entry = entryOf(key)
      entry.untold += 1
      if (performance.now() - entry.toldAt >= tellEveryMs) void tell(key, entry)
      return { totalHits: entry.known.count + entry.untold, resetTime: entry.known.resetAt }
    },
    decrement(key) {
      entryOf(key).untold -= 1
    },
    async resetKey(key) {
      gathered.delete(key)
      await counter.forget(`${name} ${key}`)
    },
  }
}
