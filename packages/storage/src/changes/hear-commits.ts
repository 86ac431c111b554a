import type { CommandFailedEvent, CommandStartedEvent, CommandSucceededEvent } from 'mongodb'
import type { Database } from '../scope/connect-database.ts'
import { GatheredNews } from './gathered-news.ts'
import type { News } from './news.ts'
import { newsOfCommand } from './news-of-command.ts'

interface UnderWay {
  /** undefined = it commits what its transaction gathered. */
  news: News | undefined
  /** The transaction that it is part of. */
  session: object | undefined
}

/**
 * Tells what is committed over this connection, whichever code wrote it: what was written by itself once the database has
 * answered, what was written in a transaction once that is committed. An unknown outcome is told too. Answers how to
 * leave.
 */
export function hearCommits(database: Database, tell: (news: News) => void): () => void {
  const { connection } = database
  const own = connection.name
  const underWay = new Map<number, UnderWay>()
  // By the object that names the session on the wire: whatever becomes of a transaction, nothing of it stays for ever.
  const transactions = new WeakMap<object, GatheredNews>()

  function started({ requestId, databaseName, commandName, command }: CommandStartedEvent): void {
    const session: object | undefined = command.autocommit === false ? command.lsid : undefined
    if (session !== undefined) {
      // Work that is repeated begins anew, with what it then writes.
      if (command.startTransaction === true || commandName === 'abortTransaction')
        transactions.delete(session)
      if (commandName === 'commitTransaction' && transactions.has(session))
        underWay.set(requestId, { news: undefined, session })
    }
    if (databaseName !== own) return
    const news = newsOfCommand(commandName, command)
    if (news !== undefined) underWay.set(requestId, { news, session })
  }

  function succeeded({ requestId, reply }: CommandSucceededEvent): void {
    const write = taken(requestId)
    if (write === undefined) return
    const { news, session } = write
    if (news === undefined) tellCommitted(session)
    else if (changedNothing(reply)) return
    else if (session === undefined) tell(news)
    else gather(session, news)
  }

  function failed({ requestId }: CommandFailedEvent): void {
    const write = taken(requestId)
    if (write === undefined) return
    const { news, session } = write
    if (news === undefined) tellCommitted(session, { mayBeRepeated: true })
    // What failed within a transaction is never committed.
    else if (session === undefined) tell(news)
  }

  function taken(requestId: number): UnderWay | undefined {
    const write = underWay.get(requestId)
    if (write !== undefined) underWay.delete(requestId)
    return write
  }

  function gather(session: object, news: News): void {
    const gathered = transactions.get(session) ?? new GatheredNews()
    gathered.add(news)
    transactions.set(session, gathered)
  }

  function tellCommitted(session: object | undefined, { mayBeRepeated = false } = {}): void {
    const news = session === undefined ? undefined : transactions.get(session)?.take()
    if (session === undefined || news === undefined) return
    if (mayBeRepeated) gather(session, news)
    else transactions.delete(session)
    tell(news)
  }

  const client = connection.getClient()
  client.on('commandStarted', started)
  client.on('commandSucceeded', succeeded)
  client.on('commandFailed', failed)
  return () => {
    client.off('commandStarted', started)
    client.off('commandSucceeded', succeeded)
    client.off('commandFailed', failed)
  }
}

interface Reply {
  n?: number
  nModified?: number
  upserted?: unknown
  lastErrorObject?: { n?: number }
}

function changedNothing(reply: unknown): boolean {
  const { n, nModified, upserted, lastErrorObject } = reply as Reply
  return upserted === undefined && (lastErrorObject?.n ?? nModified ?? n) === 0
}
