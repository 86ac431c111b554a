import type { TransactionHandle } from '@fieldledger/runtime'
import type { ClientSession } from 'mongoose'
import type { Database } from './connect-database.ts'

/** All or nothing, majority-journalled. Repeated on a transient error, so `work` must be repeatable. */
export async function inTransaction<Result>(
  database: Database,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  const session = await database.connection.startSession()
  try {
    return await session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority', journal: true },
    })
  } finally {
    await session.endSession()
  }
}

/** The session inside of a handle that the runtime passed on. */
export function sessionOf(handle: TransactionHandle | undefined): ClientSession | undefined {
  return handle?.session as ClientSession | undefined
}

/**
 * The server's clock as of the latest answer within this transaction: whole seconds, never ahead of it, whatever the
 * clock of this process says. undefined = it has not answered yet.
 */
export function serverTime({ operationTime }: Pick<ClientSession, 'operationTime'>): Date | undefined {
  return operationTime === undefined ? undefined : new Date(operationTime.t * 1000)
}
