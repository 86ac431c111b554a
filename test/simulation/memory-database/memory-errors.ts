/** Something of MongoDB that nobody needed here so far: imitate it as its manual says. */
export class NotImitated extends Error {
  readonly code = 'not-imitated'

  constructor(what: string) {
    super(`The database in memory does not know ${what}: teach it, as MongoDB’s manual says.`)
    this.name = 'NotImitated'
  }
}

/** As MongoDB's: the transaction is repeated. */
export class WriteConflict extends Error {
  readonly code = 112
  readonly errorLabels = ['TransientTransactionError']

  constructor() {
    super('Write conflict: another transaction was first.')
    this.name = 'MongoServerError'
  }
}

/** As MongoDB's: two documents with one key of a unique index. */
export class DuplicateKey extends Error {
  readonly code = 11000

  constructor(index: string) {
    super(`E11000 duplicate key in ${index}`)
    this.name = 'MongoServerError'
  }
}

/** As MongoDB's: a transaction goes on after one of its writes failed. */
export class NoSuchTransaction extends Error {
  readonly code = 251
  readonly errorLabels = ['TransientTransactionError']

  constructor() {
    super('The transaction was aborted.')
    this.name = 'MongoServerError'
  }
}

/** The connection broke: before the server had the request, or after it had done it. */
export class ConnectionBroke extends Error {
  readonly code = 'connection-broke'
  readonly errorLabels = ['TransientTransactionError']

  constructor() {
    super('The connection to the database broke.')
    this.name = 'MongoNetworkError'
  }
}
