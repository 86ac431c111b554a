import { type Collection, Timestamp } from 'mongodb'
import { NotConnected } from '../files/not-connected.ts'
import type { Database } from '../scope/connect-database.ts'
import type { News } from './news.ts'

const name = 'bells'
/** A minute's worth under load; who is further behind looks everything up again. */
const size = 4 * 1024 * 1024
const namespaceExists = 48

/** What one process tells all others of its commits. */
export type Bell = News & {
  /** The process that rang. */
  from: string
  /** When it was written, by the database's clock. */
  at: Timestamp
}

/** Filled in by the server that writes it. */
export const writtenNow = () => new Timestamp({ t: 0, i: 0 })

/**
 * They tell of what is durable already and are of no use later: neither is the disk waited for, nor the other members.
 * Whoever reads them follows the primary.
 */
export function bellsOf(database: Database): Collection<Bell> {
  return dbOf(database).collection<Bell>(name, {
    readPreference: 'primary',
    readConcern: { level: 'local' },
    writeConcern: { w: 1 },
  })
}

/**
 * They can be followed only in a collection that overwrites itself. One that was dropped while somebody rang has come
 * back as an ordinary one: it is turned into such a one again.
 */
export async function makeBells(database: Database): Promise<void> {
  const db = dbOf(database)
  await db.createCollection(name, { capped: true, size }).catch((error: unknown) => {
    if (!exists(error)) throw error
  })
  const [found] = await db.listCollections({ name }).toArray()
  if (found !== undefined && !isCapped(found)) await db.command({ convertToCapped: name, size })
}

function dbOf({ connection }: Database) {
  if (connection.db === undefined) throw new NotConnected()
  return connection.db
}

function exists(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === namespaceExists
}

function isCapped(found: object): boolean {
  const { options } = found as { options?: { capped?: boolean } }
  return options?.capped === true
}
