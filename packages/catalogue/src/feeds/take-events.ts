import { companyScope } from '@fieldledger/workflow'
import { groupBy } from '../import/group-by.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LedgerEvents } from '../ports/ledger-events.ts'

const most = 500

/**
 * A tick: what ledgers told is looked at. An event says only that something happened; the pair is read anew, so that
 * repeated, late and disordered events do no harm. Whether there was any.
 */
export async function takeEvents(
  ports: Pick<CataloguePorts, 'links' | 'clock'>,
  events: LedgerEvents,
): Promise<boolean> {
  const waiting = await events.waiting(most)
  const groups = groupBy(waiting, ({ companyId, ledger }) => `${companyId} ${ledger}`)
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const scope = companyScope(first.companyId)
    const vendors = group.filter(({ record }) => record === 'vendor').map(({ remoteId }) => remoteId)
    await ports.links.lookAgain(scope, {
      ledger: first.ledger,
      remoteIds: [...new Set(vendors)],
      at: ports.clock.now(),
    })
    await events.done(
      scope,
      group.map(({ id }) => id),
    )
  }
  return waiting.length > 0
}
