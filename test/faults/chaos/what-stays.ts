import type { Db } from 'mongodb'

/** What keeps a company from coming to rest, for whoever reads why a storm did not end. */
export async function whatStays(database: Db, companyId: string): Promise<string> {
  const of = (collection: string, wanted: object) =>
    database
      .collection(collection)
      .find({ companyId, ...wanted })
      .limit(4)
      .toArray()
  const stays = {
    now: new Date(),
    runs: await of('runs', { state: 'active' }),
    effects: await of('effects', { $or: [{ dueAt: { $ne: null } }, { state: { $ne: 'confirmed' } }] }),
    tasks: await of('tasks', { state: 'open' }),
    connections: await of('connections', {}),
    workers: await database.collection('workers').find().toArray(),
    rateBudgets: await of('rateBudgets', {}),
  }
  return JSON.stringify(stays, undefined, 1)
}
