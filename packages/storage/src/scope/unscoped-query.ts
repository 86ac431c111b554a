/** A query of company data that names no company: a fault of ours, never of a person. */
export class UnscopedQuery extends Error {
  readonly code = 'unscoped-query'
  readonly retryable = false

  constructor(place: { model: string; operation: string }) {
    super(
      `${place.operation} on ${place.model} names no company: put companyId, a string, at the top of its filter.`,
    )
    this.name = 'UnscopedQuery'
  }
}
