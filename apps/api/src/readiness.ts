import { type Database, defineRuntimeModels } from '@fieldledger/storage'
import { Refusal } from './refusals.ts'

const workerSilentForMs = 10_000

export class NotReady extends Refusal {
  readonly code = 'not-ready'
  readonly status = 503
  override readonly retryable = true
}

/** Throws until the database is writable and some worker beat lately. */
export function createReadiness(database: Database): () => Promise<void> {
  const { workers } = defineRuntimeModels(database.connection)
  return async () => {
    const hello = await database.connection.db?.admin().command({ hello: 1 })
    if (hello?.isWritablePrimary !== true)
      throw new NotReady('The database takes no writes yet: wait a moment, then look at its log.')
    const since = Date.now() - workerSilentForMs
    const known = await workers.find({}).lean()
    if (!known.some(({ beatAt }) => beatAt.getTime() > since))
      throw new NotReady('No worker is alive: start one, or look at its log.')
  }
}
