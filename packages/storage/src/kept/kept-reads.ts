import type { Changes } from '../changes/changes.ts'
import type { WatchedCollection } from '../changes/watched-collections.ts'

/** Answers of seldom changing reads, by key. What is not there is never kept. */
export interface KeptReads<Value> {
  get(key: string, read: () => Promise<Value | undefined>): Promise<Value | undefined>
  /** Those that are known, and the rest by one read. */
  getMany(
    keys: readonly string[],
    read: (unknown: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Map<string, Value>>
  /** This process changed something: the next read is a new one. */
  forget(): void
}

interface Kept<Value> {
  value: Value
  until: number
}

/** A server that is killed between a commit and its bell tells nobody. */
const longestMs = 5000

/**
 * Keeps what was read until a change to one of the collections is heard of, whichever process made it. So a revoked right
 * is gone within milliseconds, here and on every other server; within 3 s when the others are not heard, because then
 * nothing is kept; and within 5 s in any case.
 */
export function createKeptReads<Value>(options: {
  changes: Pick<Changes, 'hearing' | 'onLost' | 'onRecord'>
  collections: readonly WatchedCollection[]
  most: number
}): KeptReads<Value> {
  const { changes, most } = options
  const collections: ReadonlySet<string> = new Set(options.collections)
  const kept = new Map<string, Kept<Value>>()
  let forgotten = 0
  const underWay = new Map<string, Promise<Value | undefined>>()
  changes.onLost(forget)
  changes.onRecord(({ collection }) => {
    if (collections.has(collection)) forget()
  })

  function forget(): void {
    forgotten += 1
    kept.clear()
    // Whoever asks from now on must not be answered by a read that began before the change.
    underWay.clear()
  }

  async function readAnew(key: string, read: () => Promise<Value | undefined>) {
    const reading = read()
    underWay.set(key, reading)
    try {
      const value = await reading
      if (value !== undefined && underWay.get(key) === reading) keep(key, value)
      return value
    } finally {
      if (underWay.get(key) === reading) underWay.delete(key)
    }
  }

  function keep(key: string, value: Value): void {
    const oldest = kept.keys().next()
    if (kept.size >= most && !oldest.done) kept.delete(oldest.value)
    kept.set(key, { value, until: performance.now() + longestMs })
  }

  function known(key: string): Value | undefined {
    const found = kept.get(key)
    return found !== undefined && performance.now() < found.until ? found.value : undefined
  }

  return {
    async get(key, read) {
      if (!changes.hearing()) return read()
      return known(key) ?? underWay.get(key) ?? readAnew(key, read)
    },
    async getMany(keys, read) {
      if (!changes.hearing()) return new Map(await read(keys))
      const values = new Map<string, Value>()
      for (const key of keys) {
        const value = known(key)
        if (value !== undefined) values.set(key, value)
      }
      if (values.size === keys.length) return values
      const before = forgotten
      for (const [key, value] of await read(keys.filter((one) => !values.has(one)))) {
        values.set(key, value)
        if (forgotten === before) keep(key, value)
      }
      return values
    },
    forget,
  }
}
