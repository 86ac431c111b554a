import type { Database } from '../scope/connect-database.ts'

const indexNotFound = 27

export type IndexName = readonly [collection: string, index: string]

/** Of one that is not there nothing is said: whoever drops them may have been cut off in the middle. */
export async function dropIndexes({ connection }: Database, gone: readonly IndexName[]): Promise<void> {
  for (const [collection, index] of gone)
    await connection
      .collection(collection)
      .dropIndex(index)
      .catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === indexNotFound)) throw error
      })
}
