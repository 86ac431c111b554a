import { DocumentRejected, type LedgerChange, LedgerError } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { findLedger, type Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LedgerEventRecord, LedgerEvents } from '../ports/ledger-events.ts'
import type { LedgerFeed, LedgerFeeds } from '../ports/ledger-feeds.ts'
import type { WholeImports } from '../ports/whole-imports.ts'
import { startWholeImport } from '../whole-import/start-whole-import.ts'
import { readChanges } from './read-changes.ts'

const afterTroubleMs = 5 * 60_000
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Of more records than this the whole lists are read: a page has a thousand, and each look at one is a request. */
const mostOneByOne = 100

/** How often a ledger is asked, and how far back it remembers; undefined = it is not asked. */
export interface FeedRhythm {
  everyMinutes: number
  lookBackDays?: number | undefined
}

export interface FeedPorts extends CataloguePorts {
  feeds: LedgerFeeds
  events: LedgerEvents
  wholeImports: WholeImports
  /** By provider. */
  rhythms: ReadonlyMap<string, FeedRhythm>
}

/** A tick: ledgers that are due are asked what was changed in them; every change is kept before it is looked at. */
export async function tickFeeds(ports: FeedPorts, { mostMs }: { mostMs: number }): Promise<void> {
  const until = ports.clock.now().getTime() + mostMs
  do {
    const feed = await ports.feeds.claim([...ports.rhythms.keys()])
    if (feed === undefined) return
    await ask(ports, feed)
  } while (ports.clock.now().getTime() < until)
}

async function ask(ports: FeedPorts, feed: LedgerFeed): Promise<void> {
  const scope = companyScope(feed.companyId)
  const { connectionId } = feed
  const now = ports.clock.now()
  const later = (ms: number) => new Date(now.getTime() + ms)
  const rhythm = ports.rhythms.get(feed.provider)
  const everyMs = (rhythm?.everyMinutes ?? 1) * minuteMs
  // While whole lists are read their requests go first; what is changed meanwhile is told afterwards.
  const importing = await ports.wholeImports.get(scope, connectionId)
  if (importing !== undefined && importing.phase !== 'done' && importing.halt === undefined)
    return ports.feeds.heard(scope, { connectionId, dueAt: later(minuteMs) })
  try {
    const ledger = await findLedger(ports, { scope, connectionId })
    const forgets = isForgotten(feed, { rhythm, now })
    const since = sinceOf(feed, { rhythm, now })
    const { changes, complete, until, rest } = await readChanges(ports, { ledger, since, rest: feed.rest })
    const isFirst = feed.since === undefined
    const isTold = !isFirst && changes.length > 0
    if (isTold) ports.passing?.('feed.after-answer')
    const areListsRead = feed.rest?.lists === 'whole'
    const asLists =
      !isFirst && (await hear(ports, { ledger, changes, complete: complete && !forgets, areListsRead }))
    const next =
      rest === undefined
        ? { since: until, rest: 'none' as const, dueAt: later(everyMs) }
        : {
            rest: asLists || areListsRead ? { ...rest, lists: 'whole' as const } : rest,
            dueAt: now,
          }
    if (isTold) ports.passing?.('feed.after-keep')
    await ports.feeds.heard(scope, { connectionId, heardAt: now, ...next })
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    const waitMs = Math.max(error.detail.retryAfterMs ?? 0, afterTroubleMs)
    // A place that it will never know again would be asked for ever: the whole question is put once more.
    const isGivenUp = feed.rest !== undefined && error instanceof DocumentRejected
    await ports.feeds.heard(scope, {
      connectionId,
      ...(isGivenUp ? { rest: 'none' } : {}),
      dueAt: later(waitMs),
    })
  }
}

/** In books where nothing happens the latest change may be older than it remembers. */
function sinceOf(
  { since }: LedgerFeed,
  { rhythm, now }: { rhythm: FeedRhythm | undefined; now: Date },
): string {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs).toISOString()
  if (since === undefined || rhythm?.lookBackDays === undefined) return since ?? ago(1)
  const oldest = ago(rhythm.lookBackDays - 1)
  return since > oldest ? since : oldest
}

/** It was not asked for longer than it remembers. */
function isForgotten(
  { heardAt }: LedgerFeed,
  { rhythm, now }: { rhythm: FeedRhythm | undefined; now: Date },
): boolean {
  if (heardAt === undefined || rhythm?.lookBackDays === undefined) return false
  return now.getTime() - heardAt.getTime() > (rhythm.lookBackDays - 1) * dayMs
}

interface Heard {
  ledger: Ledger
  changes: readonly LedgerChange[]
  complete: boolean
  /** They are read whole since this question was put. */
  areListsRead: boolean
}

/**
 * Kept in the inbox, the same one twice once; very many records of lists, or who knows which, are read as lists. Whether
 * they are.
 */
async function hear(ports: FeedPorts, { ledger, changes, complete, areListsRead }: Heard): Promise<boolean> {
  const { companyId, id: connectionId } = ledger.target
  const scope = companyScope(companyId)
  const ofLists = changes.filter(({ record }) => record !== 'document')
  const asLists = !complete || ofLists.length > mostOneByOne
  const oneByOne = asLists || areListsRead ? changes.filter(({ record }) => record === 'document') : changes
  const rows = oneByOne.map((change): LedgerEventRecord => {
    const { record, remoteId, at, revision, name, active } = change
    return {
      id: ports.newId(),
      companyId,
      ledger: ledger.key,
      eventId: ['changed', record, remoteId, at, revision ?? ''].join('|'),
      record,
      remoteId,
      ...(name === undefined ? {} : { name }),
      ...(active === undefined ? {} : { active }),
      ...(revision === undefined ? {} : { revision }),
      receivedAt: ports.clock.now(),
      state: 'received',
    }
  })
  await ports.events.keep(scope, rows)
  // One that a person stopped is gone on with by a person alone.
  const before = await ports.wholeImports.get(scope, connectionId)
  if (asLists && !areListsRead && before?.halt === undefined)
    await startWholeImport(ports, { scope, connectionId, person: byItself })
  return asLists
}

const byItself = { id: 'fieldledger', name: 'Fieldledger' }
