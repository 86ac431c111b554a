import { createHash } from 'node:crypto'
import type { Runtime } from '../ports/runtime.ts'

interface Tried {
  id: string
  /** By the server's clock. */
  claimedAt?: Date
}

/** When to try again: twice as long each time, spread by up to a half so that many do not come back at once. */
export function retryLater(runtime: Runtime, tried: Tried & { tries: number }): Date {
  const { firstMs, longestMs } = runtime.options.retry
  const wait = Math.min(longestMs, firstMs * 2 ** Math.max(0, tried.tries))
  return inMilliseconds(runtime, { tried, wait: wait * (1 + spread(tried) / 2) })
}

/** Counted from the claim by the server's clock, since each worker's own may be wrong. */
export function inMilliseconds(runtime: Runtime, { tried, wait }: { tried: Tried; wait: number }): Date {
  return new Date(claimTime(runtime, tried).getTime() + wait)
}

export function claimTime(runtime: Runtime, { claimedAt }: Pick<Tried, 'claimedAt'>): Date {
  return claimedAt ?? runtime.clock.now()
}

// Between 0 and 1, the same for the same try.
function spread({ id, tries }: Tried & { tries: number }): number {
  const digest = createHash('sha256').update(`${id}|${tries}`).digest()
  return digest.readUInt16BE(0) / 0xffff
}
