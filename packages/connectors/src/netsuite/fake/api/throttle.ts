import { refuse } from '../refusals.ts'

export interface Limits {
  enabled: boolean
  /** Unanswered at a time, over all services of the account. */
  concurrent: number
}

export const publishedLimits: Limits = { enabled: true, concurrent: 5 }

/** Counts what each company has not answered yet. The windows of 60 seconds and 24 hours are unpublished. */
export class Throttle {
  limits: Limits = { ...publishedLimits }
  readonly #open = new Map<string, number>()

  /** Counts a call as unanswered; the returned function ends that. */
  enter(account: string): () => void {
    this.#open.set(account, (this.#open.get(account) ?? 0) + 1)
    return () => this.#open.set(account, (this.#open.get(account) ?? 1) - 1)
  }

  admit(account: string): void {
    const { enabled, concurrent } = this.limits
    if (enabled && (this.#open.get(account) ?? 0) > concurrent) throw refuse.concurrency()
  }
}
