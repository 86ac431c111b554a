export interface EgressRequest {
  /** Scheme, host and port. The path cannot leave it. */
  origin: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Begins with a slash; may carry a query. */
  path: string
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** From the call to the last byte of the answer. */
  timeoutMs?: number
  /** A longer answer is cut off and counts as broken. */
  maxBytes?: number
  /**
   * Awaited when the connection stands and nothing was written yet (for a request without a body: before the
   * connection is made). When it throws, nothing is written and its error comes out of `send`.
   */
  beforeFirstByte?: () => Promise<void>
}

export interface EgressAnswer {
  status: number
  /** Names in lower case; repeated headers joined by a comma. */
  headers: Record<string, string>
  text: string
}

export const defaultTimeoutMs = 60_000
export const defaultMaxBytes = 16 * 1024 * 1024
