import type { LedgerChange } from '@fieldledger/accounting'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'

/** A feed that does not end is not complete; the next look goes on from the latest change that it told. */
const mostPages = 20

interface Told {
  changes: LedgerChange[]
  complete: boolean
  /** Where the next question begins. The latest is told again then, and known: so is what came while this look went on. */
  until: string
}

export async function readChanges(
  ports: Pick<CataloguePorts, 'driverFor' | 'clock'>,
  { ledger, since }: { ledger: Ledger; since: string },
): Promise<Told> {
  const { companyId, id: connectionId } = ledger.target
  const driver = ports.driverFor(ledger.target)
  const told: Told = { changes: [], complete: true, until: since }
  const began = ports.clock.now().getTime()
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await driver.run({
      operation: 'change.list',
      input: cursor === undefined ? { since } : { since, cursor },
      scope: { companyId, connectionId },
    })
    told.changes.push(...answer.rows)
    told.complete &&= answer.complete
    const sinceBeganMs = page === 0 ? 0 : ports.clock.now().getTime() - began
    for (const { at } of answer.rows) {
      const sure = earlier(at, sinceBeganMs)
      if (sure > told.until) told.until = sure
    }
    cursor = answer.next
    if (cursor === undefined) return told
  }
  return { ...told, complete: false }
}

/** A list that was read first may have changed since: only what was so before the look began is told of every list. */
function earlier(at: string, ms: number): string {
  const moment = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(at) ? at : `${at}Z`)
  return ms <= 0 || Number.isNaN(moment) ? at : new Date(moment - ms).toISOString()
}
