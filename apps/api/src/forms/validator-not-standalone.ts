/** ajv compiled a form to code that asks for a module we do not inline: a fault of ours. */
export class ValidatorNotStandalone extends Error {
  readonly code = 'validator-not-standalone'
  readonly retryable = false
  readonly status = 500

  constructor(call: string) {
    super(`A form's validator needs ${call}: add it to what is inlined.`)
    this.name = 'ValidatorNotStandalone'
  }
}
