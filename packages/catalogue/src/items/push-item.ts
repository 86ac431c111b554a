import { ledgerKey } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { OwedPair } from '../owed/owed-pair.ts'
import { sendOwedPair } from '../owed/send-owed-pair.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LedgerConnection } from '../ports/ledger-connections.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { agreeOnItem } from './agree-on-item.ts'
import { ownedHere } from './owned-here.ts'

type Ports = Pick<CataloguePorts, 'catalogue' | 'links' | 'connections' | 'driverFor' | 'clock'>

interface ItemPair {
  link: LinkRecord
  connection: LedgerConnection
}

/** Active pairs of an item in ledgers in which something of it is kept as it is here. */
export async function itemPairsOf(
  ports: Pick<CataloguePorts, 'links' | 'connections'>,
  { scope, materialId }: { scope: CompanyScope; materialId: string },
): Promise<ItemPair[]> {
  const connections = (await ports.connections.all(scope)).filter((each) => ownedHere(each).length > 0)
  if (connections.length === 0) return []
  const links = await ports.links.ofRecords(scope, { kind: 'material', ids: [materialId] })
  return connections.flatMap((connection) => {
    const link = links.find(({ ledger, active }) => active && ledger === ledgerKey(connection.target))
    return link === undefined ? [] : [{ link, connection }]
  })
}

/** What of an item is kept here goes to every ledger in which it has a pair; until one has answered it is owed there. */
export async function pushItem(
  ports: Ports,
  { scope, materialId }: { scope: CompanyScope; materialId: string },
): Promise<void> {
  for (const { link, connection } of await itemPairsOf(ports, { scope, materialId })) {
    const owed = { since: ports.clock.now() }
    await ports.links.owe(scope, { id: link.id, owed })
    await sendOwedItem(ports, { scope, link: { ...link, owed }, connection })
  }
}

export function sendOwedItem(ports: Ports, pair: OwedPair): Promise<void> {
  const hears = pair.link.active && ownedHere(pair.connection).length > 0
  return sendOwedPair(ports, { ...pair, hears, agree: () => agreeOnItem(ports, pair) })
}
