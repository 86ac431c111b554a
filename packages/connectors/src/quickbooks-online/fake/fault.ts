import type { JsonObject } from '../../fake-service/json.ts'

interface FaultParts {
  status: number
  type: 'ValidationFault' | 'SystemFault' | 'SERVICE' | 'AUTHENTICATION'
  code: string
  message: string
  detail: string
  element?: string
  headers?: Record<string, string>
}

/** A refusal in the provider's own words; the sentences are Intuit's, not ours. */
export class ProviderFault extends Error {
  readonly status: number
  readonly type: FaultParts['type']
  readonly code: string
  readonly detail: string
  readonly element: string
  readonly headers: Record<string, string>
  readonly retryable = false

  constructor(parts: FaultParts) {
    super(parts.message)
    this.name = 'ProviderFault'
    this.status = parts.status
    this.type = parts.type
    this.code = parts.code
    this.detail = parts.detail
    this.element = parts.element ?? ''
    this.headers = parts.headers ?? {}
  }

  /** The upper-case envelope that validation, throttling and system faults arrive in. */
  asFault(): JsonObject {
    return {
      Error: [{ Message: this.message, Detail: this.detail, code: this.code, element: this.element }],
      type: this.type,
    }
  }
}
