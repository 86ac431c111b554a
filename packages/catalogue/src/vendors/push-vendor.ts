import { ledgerKey } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import { findRecord } from '../edit/save-record.ts'
import type { OwedPair } from '../owed/owed-pair.ts'
import { sendOwedPair } from '../owed/send-owed-pair.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LedgerConnection } from '../ports/ledger-connections.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import type { LinkRecord, OwedChange } from '../records/link-record.ts'
import { agreeWithLedger } from './agree-with-ledger.ts'
import { fieldsOf, sameFields } from './vendor-fields.ts'

type Ports = Pick<CataloguePorts, 'catalogue' | 'links' | 'connections' | 'driverFor' | 'clock'>

interface Push {
  scope: CompanyScope
  vendorId: string
  /** The vendor as it was: what the ledger need not hear of is not sent. Absent = send in any case. */
  before?: Vendor
}

/** Our change of a supplier goes to every ledger in which it has a pair; until one has answered it is owed there. */
export async function pushVendor(ports: Ports, push: Push): Promise<void> {
  const { scope, vendorId, before } = push
  const vendor = await findRecord(ports, { scope, kind: 'vendor', id: vendorId })
  const isMoved = before !== undefined && before.archived !== vendor.archived
  if (before !== undefined && !isMoved && sameFields(fieldsOf(before), fieldsOf(vendor))) return
  for (const { link, connection } of await pairsOf(ports, { scope, vendorId })) {
    const moved = isMoved || link.owed?.moved === true
    const owed: OwedChange = { since: ports.clock.now(), ...(moved ? { moved } : {}) }
    if (!hears({ link, connection }, owed)) continue
    await ports.links.owe(scope, { id: link.id, owed })
    await sendOwedChange(ports, { scope, link: { ...link, owed }, connection })
  }
}

export interface Pair {
  link: LinkRecord
  connection: LedgerConnection
}

/** The pairs of a supplier in ledgers that take changes of suppliers. */
export async function pairsOf(
  ports: Pick<CataloguePorts, 'links' | 'connections'>,
  { scope, vendorId }: { scope: CompanyScope; vendorId: string },
): Promise<Pair[]> {
  const links = await ports.links.ofRecords(scope, { kind: 'vendor', ids: [vendorId] })
  return (await ports.connections.all(scope)).flatMap((connection) => {
    const link = links.find(({ ledger }) => ledger === ledgerKey(connection.target))
    return link === undefined || !connection.updatesVendors ? [] : [{ link, connection }]
  })
}

/** Inactive there by somebody's hand: only bringing ours back makes it active again. */
function hears({ link, connection }: Pair, { moved }: OwedChange): boolean {
  if (moved) return connection.supplierRules.archivedHere !== 'keep'
  return link.active
}

/** Looks at what stands there, agrees with it, and settles; says with the pair why not. */
export function sendOwedChange(ports: Ports, pair: OwedPair): Promise<void> {
  const agree = () => agreeWithLedger(ports, pair)
  return sendOwedPair(ports, { ...pair, hears: hears(pair, pair.link.owed), agree })
}
