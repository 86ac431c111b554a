import type { ConnectionTokens } from '../connector/connector.ts'
import type { CallScope } from './driver.ts'

/** One request and its answer, redacted: a row of the Integration Log. */
export interface JournalEntry {
  scope: CallScope
  provider: string
  operation: string
  step: string
  request: { method: string; path: string; query?: Record<string, string>; body?: unknown }
  answer?: { status: number; headers: Record<string, string>; body: unknown }
  error?: {
    code: string
    message: string
    entry?: string
    providerCode?: string
    providerMessage?: string
  }
  durationMs: number
}

export interface Journal {
  record(entry: JournalEntry): Promise<void>
}

/** What a connection is, without its secrets. */
export interface ConnectionTarget {
  id: string
  companyId: string
  provider: string
  environment: 'practice' | 'sandbox' | 'production'
  ledgerCompanyId: string
  currency: string
  /** The sign-in that opens it, where it opens others of our connections too; absent = one of its own. */
  signInId?: string
  /** The part of it that a person chose. */
  subsidiary?: string
}

/** Tokens with the version that a compare-and-set needs. */
export interface StoredTokens {
  accessToken: string
  refreshToken: string
  accessExpiresAt: Date
  version: number
}

export interface TokenStore {
  read(connection: ConnectionTarget): Promise<StoredTokens>
  /**
   * Refreshes under a lease held in the database: at most one process at a time exchanges the refresh token,
   * the new one is stored before it is used, losers re-read. Returns tokens newer than `stale`.
   */
  refresh(
    connection: ConnectionTarget,
    renewal: {
      stale: { version: number }
      exchange: (refreshToken: string) => Promise<ConnectionTokens>
    },
  ): Promise<StoredTokens>
}

export interface RateLimits {
  perSecond: number
  perMinute: number
  /** Requests under way at a time. */
  concurrent: number
}

/** The place that one request takes among those under way. */
export interface RateSlot {
  /** The answer came, or none will. Never throws: a slot that is not given back frees itself. */
  release(): Promise<void>
}

/** By ledger, not by connection: the providers count for the books, whichever of our companies asks. */
export interface RateBudget {
  /** Resolves when one request may go; throws RateLimited when that would take longer than whoever asks may wait. */
  take(ledger: string, limits: RateLimits): Promise<RateSlot>
  /** A 429 closes the budget for all workers until then. */
  close(ledger: string, forMs: number): Promise<void>
}

export interface BlobStore {
  put(blob: {
    companyId: string
    name: string
    contentType: string
    bytes: Uint8Array
  }): Promise<{ id: string }>
  get(blob: { companyId: string; id: string }): Promise<Uint8Array | undefined>
}

export interface Clock {
  now(): Date
  /** Milliseconds that never jump, for measuring how fresh a claim is. */
  monotonic(): number
}
