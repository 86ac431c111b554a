/** A scope names a company that is not there: a fault of ours, never of a person. */
export class CompanyMissing extends Error {
  readonly code = 'company-missing'
  readonly retryable = false

  constructor() {
    super('The company of this record does not exist any more: restore it from a backup.')
    this.name = 'CompanyMissing'
  }
}
