import type { OwedChange } from '../records/link-record.ts'

const firstWaitMs = 15_000
const longestWaitMs = 60 * 60_000

/** The ledger's no, or our own: this server has no keys for it, say. */
interface Said {
  code: string
  message: string
  retryable: boolean
  outcomeUnknown?: boolean
  costsNoAttempt?: boolean
  detail?: { retryAfterMs?: number }
}

/** A way of saying no that people can read; everything else is a fault. */
export function isSaid(error: unknown): error is Said {
  if (!(error instanceof Error) || !('code' in error) || !('retryable' in error)) return false
  return typeof error.code === 'string' && typeof error.retryable === 'boolean'
}

/** When an owed change is sent again by itself; what only a person can cure is not. Pure. */
export function nextTry(now: Date, { owed, error }: { owed: OwedChange; error?: Said }): OwedChange {
  const { dueAt: _dueAt, parked: _parked, message: _message, ...kept } = owed
  const said = error === undefined ? {} : { message: error.message }
  if (error !== undefined && !error.retryable && !error.outcomeUnknown)
    return { ...kept, ...said, parked: true }
  const attempts = (owed.attempts ?? 0) + (error?.costsNoAttempt ? 0 : 1)
  const wait = Math.min(firstWaitMs * 2 ** Math.min(attempts, 12), longestWaitMs)
  const waits = Math.max(error?.detail?.retryAfterMs ?? 0, wait)
  return { ...kept, ...said, attempts, dueAt: new Date(now.getTime() + waits) }
}
