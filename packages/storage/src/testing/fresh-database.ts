import { v7 } from 'uuid'
import { defineCatalogueModels } from '../catalogue/catalogue-models.ts'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { connectDatabase, type Database } from '../scope/connect-database.ts'

export class NoTestDatabase extends Error {
  readonly code = 'no-test-database'
  readonly retryable = false
  constructor() {
    super('FIELDLEDGER_TEST_MONGODB_URL is missing: run integration tests through npm test.')
    this.name = 'NoTestDatabase'
  }
}

/** A database of its own for one test file, with the indexes of catalogue and connections. */
export async function freshDatabase(): Promise<{ database: Database; drop(): Promise<void> }> {
  const server = process.env.FIELDLEDGER_TEST_MONGODB_URL
  if (!server) throw new NoTestDatabase()
  const url = new URL(server)
  url.pathname = `/test-${v7()}`
  const database = await connectDatabase(url.toString())
  const { lists, links } = defineCatalogueModels(database.connection)
  const { connections, states, secrets } = defineConnectionModels(database.connection)
  for (const model of [...Object.values(lists), links, connections, states, secrets])
    await model.createIndexes()
  return {
    database,
    async drop() {
      await database.connection.dropDatabase()
      await database.close()
    },
  }
}
