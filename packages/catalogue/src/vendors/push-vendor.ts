import { LedgerError } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import { findRecord } from '../edit/save-record.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LedgerConnection } from '../ports/ledger-connections.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import { ledgerKey } from '../records/ledger-key.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { fieldsOf, partyOf } from './vendor-fields.ts'

type Ports = Pick<CataloguePorts, 'catalogue' | 'links' | 'connections' | 'driverFor' | 'clock'>

interface Push {
  scope: CompanyScope
  vendorId: string
  /** The vendor as it was: what the ledger need not hear of is not sent. Absent = send in any case. */
  before?: Vendor
}

/**
 * Our change of a supplier goes to every ledger in which it has a pair. It is owed from before it is sent until the
 * ledger has answered: sending the same values twice changes nothing there, so what was lost is just sent again.
 */
export async function pushVendor(ports: Ports, push: Push): Promise<void> {
  const { scope, vendorId, before } = push
  const vendor = await findRecord(ports, { scope, kind: 'vendor', id: vendorId })
  const isMoved = before !== undefined && before.archived !== vendor.archived
  if (before !== undefined && !isMoved && sameFields(before, vendor)) return
  const links = await ports.links.ofRecords(scope, { kind: 'vendor', ids: [vendorId] })
  for (const connection of await ports.connections.all(scope)) {
    const link = links.find(({ ledger }) => ledger === ledgerKey(connection.target))
    if (link === undefined || !connection.updatesVendors) continue
    const keeps = connection.supplierRules.archivedHere === 'keep'
    // Inactive there by somebody's hand: only bringing ours back makes it active again.
    if ((isMoved && keeps) || (!isMoved && !link.active)) continue
    const active = keeps ? true : !vendor.archived
    await sendOne(ports, { scope, vendor, link, connection, active })
  }
}

async function sendOne(
  ports: Ports,
  one: {
    scope: CompanyScope
    vendor: Vendor
    link: LinkRecord
    connection: LedgerConnection
    active: boolean
  },
): Promise<void> {
  const { scope, vendor, link, connection, active } = one
  const owed = { since: ports.clock.now() }
  await ports.links.owe(scope, { id: link.id, owed })
  if (!connection.active) return
  const { target } = connection
  try {
    const there = await ports.driverFor(target).run({
      operation: 'vendor.update',
      input: { reference: link.remote, party: partyOf(vendor), active },
      scope: { companyId: scope.companyId, connectionId: target.id },
    })
    await ports.links.refresh(scope, {
      ledger: link.ledger,
      kind: 'vendor',
      seen: [
        { remote: { id: link.remote.id, name: there.name }, active: there.active, fields: fieldsOf(there) },
      ],
    })
    await ports.links.owe(scope, { id: link.id, owed: undefined })
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    await ports.links.owe(scope, { id: link.id, owed: { ...owed, message: error.message } })
  }
}

function sameFields(one: Vendor, other: Vendor): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other))
}
