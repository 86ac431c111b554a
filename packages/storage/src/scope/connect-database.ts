import mongoose, { type Connection } from 'mongoose'

/** One mongoose connection per process; better-auth and Agenda use its client too. */
export interface Database {
  readonly connection: Connection
  close(): Promise<void>
}

/** Whoever asked goes on without the answer; a server that is gone may never say so. */
const longestAnswerMs = 60_000
const longestQueueMs = 20_000

/**
 * Connects with majority, journalled writes. `sanitizeFilter` is on: an operator inside a filter ({ $in: … }) must be
 * wrapped in mongoose's `trusted(…)`, so that an object from outside can never become an operator.
 */
export async function connectDatabase(
  url: string,
  /** 0 = however long it takes, as an index over all that there is may. */
  { answerWithinMs = longestAnswerMs }: { answerWithinMs?: number } = {},
): Promise<Database> {
  const connection = mongoose.createConnection(url, {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    retryWrites: true,
    serverSelectionTimeoutMS: 10_000,
    socketTimeoutMS: answerWithinMs,
    waitQueueTimeoutMS: longestQueueMs,
    maxPoolSize: 60,
    ignoreUndefined: true,
    // What this process commits is heard of so, whichever code wrote it (changes/hear-commits.ts).
    monitorCommands: true,
  })
  connection.set('sanitizeFilter', true)
  connection.set('strictQuery', 'throw')
  await connection.asPromise()
  return { connection, close: () => connection.close() }
}
