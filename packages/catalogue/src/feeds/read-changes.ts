import type { LedgerChange } from '@fieldledger/accounting'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { FeedRest } from '../ports/ledger-feeds.ts'

/** A look is short, so that every ledger has its turn; the next one goes on with the page after these. */
const mostPages = 20

interface Told {
  changes: LedgerChange[]
  complete: boolean
  /** Where the next question begins. The latest is told again then, and known: so is what came while this look went on. */
  until: string
  /** Where the next look goes on; absent = all of it was told. */
  rest?: FeedRest
}

export async function readChanges(
  ports: Pick<CataloguePorts, 'driverFor' | 'clock'>,
  { ledger, rest, ...asked }: { ledger: Ledger; since: string; rest?: FeedRest | undefined },
): Promise<Told> {
  const { companyId, id: connectionId } = ledger.target
  const driver = ports.driverFor(ledger.target)
  const since = rest?.since ?? asked.since
  const beganAt = rest?.beganAt ?? ports.clock.now()
  const told: Told = { changes: [], complete: true, until: rest?.until ?? since }
  let cursor = rest?.cursor
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await driver.run({
      operation: 'change.list',
      input: cursor === undefined ? { since } : { since, cursor },
      scope: { companyId, connectionId, asked: { itself: 'watched' } },
    })
    told.changes.push(...answer.rows)
    told.complete &&= answer.complete
    const isFirst = page === 0 && rest === undefined
    const sinceBeganMs = isFirst ? 0 : ports.clock.now().getTime() - beganAt.getTime()
    for (const { at } of answer.rows) {
      const sure = earlier(at, sinceBeganMs)
      if (sure > told.until) told.until = sure
    }
    cursor = answer.next
    if (cursor === undefined) return told
  }
  return cursor === undefined ? told : { ...told, rest: { since, cursor, until: told.until, beganAt } }
}

/** A list that was read first may have changed since: only what was so before the look began is told of every list. */
function earlier(at: string, ms: number): string {
  const moment = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(at) ? at : `${at}Z`)
  return ms <= 0 || Number.isNaN(moment) ? at : new Date(moment - ms).toISOString()
}
