import type { Hint } from '@fieldledger/runtime'
import type { News } from './news.ts'
import { type WatchedCollection, watchedCollections } from './watched-collections.ts'

const writes: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'findAndModify'])
const watched: ReadonlySet<string> = new Set(watchedCollections)

interface Inserted {
  companyId?: string
  work?: boolean
  hints?: Hint[]
}

/** What a command changes when it succeeds; undefined = nothing that anybody listens for. */
export function newsOfCommand(name: string, command: Record<string, unknown>): News | undefined {
  if (!writes.has(name)) return undefined
  const collection = command[name] as string
  if (watched.has(collection)) return { outbox: [], records: [collection as WatchedCollection] }
  // A row that is told of is deleted an hour later.
  if (collection !== 'outbox' || name !== 'insert') return undefined
  const rows = command.documents as Inserted[]
  return {
    outbox: rows.map(({ companyId = '', work = false, hints = [] }) => ({ companyId, work, hints })),
    records: [],
  }
}
