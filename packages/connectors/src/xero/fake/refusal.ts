import type { JsonObject } from '../../fake-service/json.ts'

/** A refusal of a whole call, in the provider's own words; the sentences are Xero's, not ours. */
export class XeroRefusal extends Error {
  readonly code = 'XERO_REFUSAL'
  readonly retryable = false
  readonly status: number
  readonly body: JsonObject
  readonly headers: Record<string, string>

  constructor(parts: { status: number; body: JsonObject; headers?: Record<string, string> }) {
    super(String(parts.body.Message ?? parts.body.Detail ?? parts.status))
    this.name = 'XeroRefusal'
    this.status = parts.status
    this.body = parts.body
    this.headers = parts.headers ?? {}
  }
}
