import { companyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { OwedQueue } from '../ports/owed-queue.ts'
import { pairsOf, sendOwedChange } from './push-vendor.ts'

type Ports = Pick<CataloguePorts, 'catalogue' | 'links' | 'connections' | 'driverFor' | 'clock'>

/** A tick: what is owed goes, one by one; called late, twice or in parallel it does no harm. Companies that heard of it. */
export async function sendOwed(
  ports: Ports,
  { queue, mostMs, onError }: { queue: OwedQueue; mostMs: number; onError(error: unknown): void },
): Promise<Set<string>> {
  const until = ports.clock.now().getTime() + mostMs
  const companies = new Set<string>()
  while (ports.clock.now().getTime() < until) {
    const due = await queue.claim()
    if (due === undefined) break
    companies.add(due.companyId)
    const scope = companyScope(due.companyId)
    try {
      const pair = (await pairsOf(ports, { scope, vendorId: due.vendorId })).find(
        ({ link }) => link.id === due.linkId,
      )
      const owed = pair?.link.owed
      if (pair !== undefined && owed !== undefined)
        await sendOwedChange(ports, { scope, link: { ...pair.link, owed }, connection: pair.connection })
    } catch (error) {
      onError(error)
    }
  }
  return companies
}
