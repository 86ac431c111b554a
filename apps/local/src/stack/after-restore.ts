import { connectDatabase, markRestored } from '@fieldledger/storage'

/** Once after a backup was put back, before anything runs on it (docs/operations.md). */
export async function afterRestore({ mongoUrl }: { mongoUrl: string }): Promise<void> {
  const database = await connectDatabase(mongoUrl)
  try {
    await markRestored(database)
  } finally {
    await database.close()
  }
}
