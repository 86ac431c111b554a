import type { Changes } from '../changes/changes.ts'
import type { WatchedCollection } from '../changes/watched-collections.ts'
import { createKeptReads, type KeptReads } from './kept-reads.ts'

/** Makes kept reads of one process, and forgets all of them at once. */
export interface ReadKeeper {
  reads<Value>(of: { collections: readonly WatchedCollection[]; most: number }): KeptReads<Value>
  /** This process changed something that reads may be about: what it answers next is read anew. */
  forget(): void
}

export function createReadKeeper(changes: Changes): ReadKeeper {
  const all: { forget(): void }[] = []
  return {
    reads<Value>(of: { collections: readonly WatchedCollection[]; most: number }) {
      const reads = createKeptReads<Value>({ changes, ...of })
      all.push(reads)
      return reads
    },
    forget() {
      for (const reads of all) reads.forget()
    },
  }
}
