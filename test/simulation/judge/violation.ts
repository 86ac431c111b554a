/** A promise of DESIGN §4 that was broken. */
export class Violation extends Error {
  readonly promise: string

  constructor(promise: string, detail = '') {
    super(detail === '' ? promise : `${promise}: ${detail}`)
    this.promise = promise
    this.name = 'Violation'
  }
}
