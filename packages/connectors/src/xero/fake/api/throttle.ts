import { refuse } from '../refusals.ts'

export interface Limits {
  enabled: boolean
  perMinute: number
  perDay: number
  /** Unanswered at a time. */
  concurrent: number
  appPerMinute: number
  /** Sent instead of what is left of the window. */
  retryAfterSeconds: number | null
}

export const publishedLimits: Limits = {
  enabled: true,
  perMinute: 60,
  perDay: 5000,
  concurrent: 5,
  appPerMinute: 10_000,
  retryAfterSeconds: null,
}

const minute = 60_000
const day = 86_400_000
const everyTenant = '*'

/** Counts the calls of each organisation in sliding windows. */
export class Throttle {
  limits: Limits = { ...publishedLimits }
  /** How many calls were turned away, by the limit that they met. */
  readonly refused: Record<string, number> = {}
  readonly #seen = new Map<string, number[]>()
  readonly #open = new Map<string, number>()

  /** Counts a call as unanswered; the returned function ends that. */
  enter(tenant: string): () => void {
    this.#open.set(tenant, (this.#open.get(tenant) ?? 0) + 1)
    return () => this.#open.set(tenant, (this.#open.get(tenant) ?? 1) - 1)
  }

  admit(tenant: string, now: number): void {
    if (!this.limits.enabled) return
    const { perMinute, perDay, concurrent, appPerMinute } = this.limits
    const today = this.#recent(tenant, { now, window: day })
    const lastMinute = today.filter((at) => now - at < minute)
    const everywhere = this.#recent(everyTenant, { now, window: minute })
    if ((this.#open.get(tenant) ?? 0) > concurrent) throw this.#refusal('concurrent', 1)
    if (today.length >= perDay) throw this.#refusal('day', secondsUntil(today[0], { now, window: day }))
    if (lastMinute.length >= perMinute)
      throw this.#refusal('minute', secondsUntil(lastMinute[0], { now, window: minute }))
    if (everywhere.length >= appPerMinute)
      throw this.#refusal('appminute', secondsUntil(everywhere[0], { now, window: minute }))
    today.push(now)
    everywhere.push(now)
  }

  /** What every answer tells about the calls that are left. */
  headers(tenant: string, now: number): Record<string, string> {
    const today = this.#recent(tenant, { now, window: day })
    const everywhere = this.#recent(everyTenant, { now, window: minute })
    const left = (limit: number, used: number) => String(Math.max(0, limit - used))
    return {
      'X-MinLimit-Remaining': left(this.limits.perMinute, today.filter((at) => now - at < minute).length),
      'X-DayLimit-Remaining': left(this.limits.perDay, today.length),
      'X-AppMinLimit-Remaining': left(this.limits.appPerMinute, everywhere.length),
    }
  }

  #refusal(problem: string, seconds: number) {
    this.refused[problem] = (this.refused[problem] ?? 0) + 1
    return refuse.throttled({ problem, retryAfterSeconds: this.limits.retryAfterSeconds ?? seconds })
  }

  #recent(key: string, { now, window }: { now: number; window: number }): number[] {
    const recent = (this.#seen.get(key) ?? []).filter((at) => now - at < window)
    this.#seen.set(key, recent)
    return recent
  }
}

function secondsUntil(first: number | undefined, { now, window }: { now: number; window: number }): number {
  return Math.max(1, Math.ceil(((first ?? now) + window - now) / 1000))
}
