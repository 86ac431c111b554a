import { ledgerKey } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LedgerConnection } from '../ports/ledger-connections.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'

export interface Ledger extends LedgerConnection {
  key: string
}

type Ports = Pick<CataloguePorts, 'connections'>

/** The books behind a connection, active or not: links outlive it. */
export async function findLedger(
  ports: Ports,
  which: { scope: CompanyScope; connectionId: string },
): Promise<Ledger> {
  const found = await ports.connections.find(which.scope, which.connectionId)
  if (found === undefined) throw new CatalogueRefused('connection-not-found')
  return { ...found, key: ledgerKey(found.target) }
}

export async function findActiveLedger(
  ports: Ports,
  which: { scope: CompanyScope; connectionId: string },
): Promise<Ledger> {
  const ledger = await findLedger(ports, which)
  if (!ledger.active) throw new CatalogueRefused('connection-not-active')
  return ledger
}
