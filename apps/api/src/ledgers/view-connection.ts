import { ledgerKey } from '@fieldledger/accounting'
import {
  type ConnectionRecord,
  ConnectionRefused,
  summariseConnection,
  wasAuthorised,
} from '@fieldledger/connections'
import type { ConnectionView } from '@fieldledger/contract'
import { type CompanyScope, usualSupplierRules } from '@fieldledger/workflow'
import type { LedgerDoors } from './ledger-doors.ts'
import { logoUrl } from './logo-url.ts'

/** A connection as pages show it: never a secret. */
export async function viewConnection(
  doors: LedgerDoors,
  { scope, connection }: { scope: CompanyScope; connection: ConnectionRecord },
): Promise<ConnectionView> {
  const connector = doors.connections.connectorOf(connection.provider)
  if (connector === undefined) throw new ConnectionRefused('provider-unknown')
  const { ledgerCompanyId, ledgerCompanyName: ledgerCompany, currency, connectedAt, health } = connection
  const { imported = {} } = connection
  const linked = wasAuthorised(connection)
    ? await doors.catalogue.links.count(scope, ledgerKey(connection))
    : {}
  return {
    ...summariseConnection(connection, connector),
    logoUrl: logoUrl(connector.id),
    supplierRules: connection.supplierRules ?? usualSupplierRules,
    itemRules: connection.itemRules ?? {},
    ...(ledgerCompanyId === undefined ? {} : { ledgerCompanyId }),
    ...(ledgerCompany === undefined ? {} : { ledgerCompany }),
    ...(currency === undefined ? {} : { currency }),
    ...(connectedAt === undefined ? {} : { connectedAt: connectedAt.toISOString() }),
    health: {
      state: connection.state,
      ...(ledgerCompany === undefined ? {} : { ledgerCompany }),
      ...(health === undefined ? {} : { checkedAt: health.checkedAt.toISOString() }),
      ...(health?.message === undefined ? {} : { message: health.message }),
    },
    linked: {
      vendors: linked.vendor ?? 0,
      materials: linked.material ?? 0,
      accounts: linked.account ?? 0,
    },
    imported: Object.fromEntries(
      // What was paid is heard of by the feed of changes, with everything else that was done there.
      Object.entries({ ...imported, payments: connection.feed?.heardAt }).flatMap(([list, at]) =>
        at === undefined ? [] : [[list, at.toISOString()] as const],
      ),
    ),
  }
}
