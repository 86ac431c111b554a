import type { LedgerChange } from '@fieldledger/accounting'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'

/** A feed that does not end is not complete; the next look goes on from the latest change that it told. */
const mostPages = 20

interface Told {
  changes: LedgerChange[]
  complete: boolean
  /** Where the next question begins. The latest is told again then, and known. */
  until: string
}

export async function readChanges(
  ports: Pick<CataloguePorts, 'driverFor'>,
  { ledger, since }: { ledger: Ledger; since: string },
): Promise<Told> {
  const { companyId, id: connectionId } = ledger.target
  const driver = ports.driverFor(ledger.target)
  const told: Told = { changes: [], complete: true, until: since }
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await driver.run({
      operation: 'change.list',
      input: cursor === undefined ? { since } : { since, cursor },
      scope: { companyId, connectionId },
    })
    told.changes.push(...answer.rows)
    told.complete &&= answer.complete
    for (const { at } of answer.rows) if (at > told.until) told.until = at
    cursor = answer.next
    if (cursor === undefined) return told
  }
  return { ...told, complete: false }
}
