import mongoose from 'mongoose'

const { MongoServerError, MongoNetworkError, MongoServerSelectionError } = mongoose.mongo

/** MongoDB's error codes, docs/reference "Error Codes": OutOfDiskSpace. */
const outOfDiskSpace = 14_031
/** NotWritablePrimary, InterruptedDueToReplStateChange, PrimarySteppedDown, ShutdownInProgress, InterruptedAtShutdown … */
const noPrimary = new Set([10_107, 11_602, 189, 91, 11_600, 13_435, 13_436])

/** The database, and not the request, is at fault. */
abstract class DatabaseTrouble extends Error {
  abstract readonly code: string
  abstract readonly retryAfterSeconds: number
  readonly status = 503
  readonly retryable = true
}

/** The database cannot write at this moment; nothing of the request was kept. */
export class DatabaseAway extends DatabaseTrouble {
  readonly code = 'database-away'
  readonly retryAfterSeconds = 5

  constructor() {
    super('The database cannot be reached at this moment, and nothing was saved: send it again shortly.')
    this.name = 'DatabaseAway'
  }
}

/** No answer came in the time that it gets: what was asked may be done, or be done later. */
export class DatabaseSilent extends DatabaseTrouble {
  readonly code = 'database-silent'
  readonly retryAfterSeconds = 5

  constructor() {
    super(
      'The database did not answer in time, so it is not known whether this was saved: send it again as it is.',
    )
    this.name = 'DatabaseSilent'
  }
}

export class DatabaseFull extends DatabaseTrouble {
  readonly code = 'database-full'
  readonly retryAfterSeconds = 60

  constructor() {
    super(
      'The server has no room left on its disk, and nothing was saved: keep this page open, tell whoever runs the server, then send it again.',
    )
    this.name = 'DatabaseFull'
  }
}

/** What a person is told when the database, and not the request, is at fault; undefined for every other error. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  if (error instanceof DatabaseTrouble) return error
  if (error instanceof MongoServerError) {
    if (error.code === outOfDiskSpace) return new DatabaseFull()
    return noPrimary.has(Number(error.code)) ? new DatabaseAway() : undefined
  }
  const away =
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof mongoose.Error.MongooseServerSelectionError
  return away ? new DatabaseAway() : undefined
}
