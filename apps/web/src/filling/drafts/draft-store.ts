import { type IDBPDatabase, openDB } from 'idb'
import type { Draft } from './draft.ts'

// Private windows of some browsers have no IndexedDB: drafts then live as long as the tab.
const inMemory = new Map<string, Draft>()
let opened: Promise<IDBPDatabase> | undefined

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('fieldledger', 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts', { keyPath: 'id' })
    },
  })
  return opened
}

const durable = () => typeof indexedDB !== 'undefined'

export const draftStore = {
  async read(id: string): Promise<Draft | undefined> {
    return durable() ? ((await (await database()).get('drafts', id)) as Draft | undefined) : inMemory.get(id)
  },
  async list(owner: { companyId: string; personId: string }): Promise<Draft[]> {
    const all = durable() ? ((await (await database()).getAll('drafts')) as Draft[]) : [...inMemory.values()]
    return all
      .filter(({ companyId, personId }) => companyId === owner.companyId && personId === owner.personId)
      .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
  },
  async save(draft: Draft): Promise<void> {
    if (durable()) await (await database()).put('drafts', draft)
    else inMemory.set(draft.id, draft)
  },
  async forget(id: string): Promise<void> {
    if (durable()) await (await database()).delete('drafts', id)
    else inMemory.delete(id)
  },
}
