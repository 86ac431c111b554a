import type { CompanyScope } from '@fieldledger/workflow'
import type { Ledger } from '../ledger/find-ledger.ts'
import { type LedgerRow, readLedgerList } from '../ledger/read-ledger-list.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { type ImportList, operationOfList, type RemoteRow } from './remote-row.ts'
import { toRemoteRow } from './to-remote-row.ts'

/** The ledger's list, translated into what our records would be. */
export async function readRemoteRows(
  ports: CataloguePorts,
  from: { scope: CompanyScope; ledger: Ledger; list: ImportList },
): Promise<RemoteRow[]> {
  const { target } = from.ledger
  const rows = await readLedgerList(ports.driverFor(target), { list: operationOfList[from.list], target })
  return toRemoteRows(ports, { ...from, rows })
}

/** The same of what was read already. */
export async function toRemoteRows(
  ports: Pick<CataloguePorts, 'links'>,
  from: { scope: CompanyScope; ledger: Ledger; list: ImportList; rows: readonly LedgerRow[] },
): Promise<RemoteRow[]> {
  const { key } = from.ledger
  const oursOf = async (kind: 'account' | 'vendor') => {
    if (from.list !== 'items') return new Map<string, string>()
    const links = await ports.links.ofLedger(from.scope, { ledger: key, kind })
    return new Map(links.map((link) => [link.remote.id, link.ourId]))
  }
  const named = { accounts: await oursOf('account'), vendors: await oursOf('vendor') }
  return from.rows.map((found) => toRemoteRow(from.list, { found, named }))
}
