import { refuse } from '../fault-catalogue.ts'

export interface Limits {
  enabled: boolean
  perSecond: number
  perMinute: number
  /** Unanswered at a time: the older wording of the limit. */
  concurrent: number
  batchesPerMinute: number
  retryAfterSeconds: number | null
}

export const publishedLimits: Limits = {
  enabled: true,
  perSecond: 10,
  perMinute: 500,
  concurrent: 10,
  batchesPerMinute: 40,
  retryAfterSeconds: null,
}

/** Counts the requests of each company in sliding windows. */
export class Throttle {
  limits: Limits = { ...publishedLimits }
  readonly #seen = new Map<string, number[]>()

  readonly #open = new Map<string, number>()

  /** Counts a call as unanswered; the returned function ends that. */
  enter(realm: string): () => void {
    this.#open.set(realm, (this.#open.get(realm) ?? 0) + 1)
    return () => this.#open.set(realm, (this.#open.get(realm) ?? 1) - 1)
  }

  admit(realm: string, { now, isBatch }: { now: number; isBatch: boolean }): void {
    if (!this.limits.enabled) return
    const { perSecond, perMinute, concurrent, batchesPerMinute } = this.limits
    const calls = this.#recent(realm, now)
    const isTooFast = calls.filter((at) => now - at < 1000).length >= perSecond
    const batches = this.#recent(`${realm} batch`, now)
    const isCrowded = (this.#open.get(realm) ?? 0) > concurrent
    if (
      isTooFast ||
      isCrowded ||
      calls.length >= perMinute ||
      (isBatch && batches.length >= batchesPerMinute)
    ) {
      throw refuse.throttled(this.limits.retryAfterSeconds ?? undefined)
    }
    calls.push(now)
    if (isBatch) batches.push(now)
  }

  #recent(key: string, now: number): number[] {
    const recent = (this.#seen.get(key) ?? []).filter((at) => now - at < 60_000)
    this.#seen.set(key, recent)
    return recent
  }
}
