import type { ProblemDetails } from '@fieldledger/contract'

/** The server said no, in RFC 9457's words; `message` is a sentence for people. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly retryable: boolean
  readonly errors: NonNullable<ProblemDetails['errors']>
  readonly conflict: ProblemDetails['conflict']

  constructor(details: ProblemDetails) {
    super(details.detail || details.title)
    this.name = 'ApiProblem'
    this.code = details.code
    this.status = details.status
    this.retryable = details.retryable ?? details.status >= 500
    this.errors = details.errors ?? []
    this.conflict = details.conflict
  }
}
