/** A template cannot be filled with this form's values; the step leaves by its failed outlet. */
export class Unfillable extends Error {
  readonly code: string
  readonly retryable = false

  constructor(code: string, message: string) {
    super(message)
    this.name = 'Unfillable'
    this.code = code
  }
}
