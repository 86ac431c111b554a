import { createWorkWatch, type Database } from '@fieldledger/storage'
import { Refusal } from './refusals.ts'

/** A worker looks for work every five seconds at least; the rest is for a database that takes its time. */
const provenForMs = 15_000

export class NotReady extends Refusal {
  readonly code = 'not-ready'
  readonly status = 503
  override readonly retryable = true
}

/** Throws until the database takes writes and some worker has proven lately that it can claim. */
export function createReadiness(database: Database): () => Promise<void> {
  const watch = createWorkWatch(database)
  return async () => {
    const hello = await database.connection.db?.admin().command({ hello: 1 })
    if (hello?.isWritablePrimary !== true)
      throw new NotReady('The database takes no writes yet: wait a moment, then look at its log.')
    if (!(await watch.someoneClaims(provenForMs)))
      throw new NotReady('No worker can take up work: start one, or look at its log.')
  }
}
