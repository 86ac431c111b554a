import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { itemPairsOf, sendOwedItem } from '../items/push-item.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { OwedQueue } from '../ports/owed-queue.ts'
import { pairsOf, sendOwedChange } from '../vendors/push-vendor.ts'

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
      await (due.kind === 'material' ? sendItem : sendVendor)(ports, { ...due, scope })
    } catch (error) {
      onError(error)
    }
  }
  return companies
}

interface Due {
  scope: CompanyScope
  ourId: string
  linkId: string
}

async function sendVendor(ports: Ports, { scope, ourId, linkId }: Due): Promise<void> {
  const pairs = await pairsOf(ports, { scope, vendorId: ourId })
  const { link, connection } = pairs.find((pair) => pair.link.id === linkId) ?? {}
  if (connection !== undefined && link?.owed !== undefined)
    await sendOwedChange(ports, { scope, link: { ...link, owed: link.owed }, connection })
}

/** Where nothing is kept here any more nothing is owed. */
async function sendItem(ports: Ports, { scope, ourId, linkId }: Due): Promise<void> {
  const pairs = await itemPairsOf(ports, { scope, materialId: ourId })
  const { link, connection } = pairs.find((pair) => pair.link.id === linkId) ?? {}
  if (connection === undefined) return ports.links.owe(scope, { id: linkId, owed: undefined })
  if (link?.owed !== undefined)
    await sendOwedItem(ports, { scope, link: { ...link, owed: link.owed }, connection })
}
