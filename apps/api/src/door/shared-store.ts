import type { HitCounter } from '@fieldledger/storage'
import type { Store } from 'express-rate-limit'

/** Counts each hit in the database, so that several APIs share one count: for doors where every attempt matters. */
export function sharedStore(
  counter: HitCounter,
  { name, windowMs }: { name: string; windowMs: number },
): Store {
  const keyOf = (key: string) => `${name} ${key}`
  return {
    localKeys: false,
    prefix: name,
    async increment(key) {
      const { count, resetAt } = await counter.add(keyOf(key), { by: 1, windowMs })
      return { totalHits: count, resetTime: resetAt }
    },
    decrement: (key) => counter.takeBack(keyOf(key)),
    resetKey: (key) => counter.forget(keyOf(key)),
  }
}
