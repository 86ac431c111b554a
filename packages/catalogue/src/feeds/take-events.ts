import { LedgerError, ledgerKey } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { groupBy } from '../import/group-by.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LedgerEventRecord, LedgerEvents } from '../ports/ledger-events.ts'
import type { LedgerFeeds } from '../ports/ledger-feeds.ts'
import { type Heard, hearOfItems } from './hear-of-items.ts'

const most = 500
const whileWritingMs = 10_000
const afterTroubleMs = 60_000

export interface EventPorts extends Pick<CataloguePorts, 'links' | 'connections' | 'clock'> {
  events: LedgerEvents
  feeds: LedgerFeeds
  /** Of a document there, which may be one of ours; false = it is being written just now: told once more later. */
  hearOfDocument(which: {
    companyId: string
    connectionId: string
    remoteId: string
    revision?: string
  }): Promise<boolean>
}

/**
 * A tick: what ledgers told is looked at. An event says only that something happened; the record is read anew, so that
 * repeated, late and disordered events do no harm. Whether there was any.
 */
export async function takeEvents(ports: EventPorts): Promise<boolean> {
  const waiting = await ports.events.waiting(most)
  const groups = groupBy(waiting, ({ companyId, ledger }) => `${companyId} ${ledger}`)
  for (const group of groups.values()) await takeGroup(ports, group)
  return waiting.length > 0
}

async function takeGroup(ports: EventPorts, group: readonly LedgerEventRecord[]): Promise<void> {
  const [first] = group
  if (first === undefined) return
  const { companyId, ledger } = first
  const scope = companyScope(companyId)
  const of = (record: LedgerEventRecord['record']) => group.filter((event) => event.record === record)
  const remoteIds = [...new Set(of('vendor').map(({ remoteId }) => remoteId))]
  await ports.links.lookAgain(scope, { ledger, remoteIds, at: ports.clock.now() })
  await hearOfItems(ports, { scope, ledger, heard: of('item').flatMap(asHeard) })
  const connections = (await ports.connections.all(scope)).filter(
    ({ active, target }) => active && ledgerKey(target) === ledger,
  )
  const later = new Set<string>()
  for (const { target } of connections) {
    const connectionId = target.id
    for (const id of await hearOfDocuments(ports, { companyId, connectionId, events: of('document') }))
      later.add(id)
    if (of('other').length > 0) await ports.feeds.knock(scope, connectionId)
  }
  const done = group.map(({ id }) => id).filter((id) => !later.has(id))
  await ports.events.done(scope, done)
}

/** Ids of those that are put off: we are writing the document just now, or the ledger does not answer. */
async function hearOfDocuments(
  ports: EventPorts,
  of: { companyId: string; connectionId: string; events: readonly LedgerEventRecord[] },
): Promise<string[]> {
  const { companyId, connectionId, events } = of
  const putOff = async (ids: string[], ms: number) => {
    const until = new Date(ports.clock.now().getTime() + ms)
    await ports.events.putOff(companyScope(companyId), { ids, until })
    return ids
  }
  const later: string[] = []
  for (const [place, { id, remoteId, revision }] of events.entries()) {
    const what = { companyId, connectionId, remoteId, ...(revision === undefined ? {} : { revision }) }
    try {
      if (!(await ports.hearOfDocument(what))) later.push(id)
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      const rest = events.slice(place).map((event) => event.id)
      return [...(await putOff(later, whileWritingMs)), ...(await putOff(rest, waitOf(error)))]
    }
  }
  return putOff(later, whileWritingMs)
}

function waitOf({ detail }: LedgerError): number {
  return Math.max(detail.retryAfterMs ?? 0, afterTroubleMs)
}

function asHeard({ remoteId, name, active }: LedgerEventRecord): Heard[] {
  return active === undefined ? [] : [{ remoteId, active, ...(name === undefined ? {} : { name }) }]
}
