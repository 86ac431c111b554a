import type { Db, Document } from 'mongodb'

export type Backup = ReadonlyMap<string, readonly Document[]>

/** Every document of a database on which nothing writes, as mongodump takes them. */
export async function backUp(database: Db): Promise<Backup> {
  const kept = new Map<string, Document[]>()
  for (const { name } of await database.listCollections({ type: 'collection' }).toArray())
    kept.set(name, await database.collection(name).find().toArray())
  return kept
}

/** Puts it back; what came since is gone. */
export async function putBack(database: Db, backup: Backup): Promise<void> {
  for (const { name } of await database.listCollections({ type: 'collection' }).toArray()) {
    await database.collection(name).deleteMany({})
    const documents = backup.get(name) ?? []
    if (documents.length > 0) await database.collection(name).insertMany([...documents])
  }
}
