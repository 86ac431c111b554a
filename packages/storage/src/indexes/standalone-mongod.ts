export class StandaloneMongod extends Error {
  readonly code = 'standalone-mongod'
  readonly retryable = false

  constructor() {
    super(
      'This MongoDB is not a replica set: start it with --replSet (one member is enough), then try again.',
    )
    this.name = 'StandaloneMongod'
  }
}
