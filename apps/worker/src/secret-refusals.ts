/** The step names a secret that the company does not have. */
export class SecretNotThere extends Error {
  readonly code = 'secret-missing'
  readonly retryable = false

  constructor(name: string) {
    super(`The company has no secret "${name}": add it under Company, then try again.`)
    this.name = 'SecretNotThere'
  }
}

/** A secret leaves for the place that it was given for, whatever a workflow asks. */
export class SecretNotForThere extends Error {
  readonly code = 'secret-elsewhere'
  readonly retryable = false

  constructor(name: string, origin: string) {
    super(
      `The secret "${name}" is for ${origin} alone: add one for this address under Company, then try again.`,
    )
    this.name = 'SecretNotForThere'
  }
}
