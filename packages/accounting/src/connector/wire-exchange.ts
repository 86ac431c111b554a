import type { LedgerFile } from '../documents/beside-document.ts'

/** A part of a body of several: what is said of a file, or its bytes. */
export type WirePart = { json: object } | { file: LedgerFile }

/** A plain request that an operation yields. It knows no host, no token and no clock. */
export interface WireRequest {
  /** Stable name inside the operation: "find", "post", "read-back". The journal resumes reads by it. */
  step: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Relative to the connection's base URL; `{company}` is replaced by the connection's ledger company id. */
  path: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?:
    | { as: 'json' | 'form' | 'text'; value: unknown }
    | { as: 'file'; value: LedgerFile }
    /** Parts by their names, in this order. */
    | { as: 'multipart'; value: Readonly<Record<string, WirePart>> }
  /** true = asked again and again, around the clock: only a failure of it stands in the log. */
  routine?: true
  /** true = a list that the ledger gives whole: its answer may be as long as the list is. */
  wholeList?: true
  /** false = the one write of an effect: its answer may be lost after it was committed. */
  safeToRepeat: boolean
}

export interface WireAnswer {
  status: number
  headers: Record<string, string>
  /** Parsed JSON, or the text when it was none. Hostile: an operation checks it against wire.ts. */
  body: unknown
}

/** A deterministic generator: yields requests, is fed answers, returns the result. */
export type Operation<Result> = Generator<WireRequest, Result, WireAnswer>
