import type { Consent } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import { connectedCompanies } from './connected-companies.ts'

/** The ledger company that a consent is for, where that is plain; undefined = a person has to choose among several. */
export async function companyMeant(
  ports: Pick<ConnectionPorts, 'connections' | 'connectorOf'>,
  of: { scope: CompanyScope; connection: ConnectionRecord; consent: Consent; otherLedgerConfirmed: boolean },
): Promise<string | undefined> {
  const { connection } = of
  const ids = of.consent.companies.map(({ id }) => id)
  const [only] = ids
  if (ids.length === 1) return only
  if (ports.connectorOf(connection.provider)?.capabilities.choosesCompanies !== true)
    throw new ConnectionRefused('several-companies')
  const own = connection.ledgerCompanyId
  if (own !== undefined && ids.includes(own)) return own
  if (own !== undefined && !of.otherLedgerConfirmed) throw new ConnectionRefused('different-ledger')
  const connected = await connectedCompanies(ports, of)
  const [first, ...others] = ids.filter((id) => !connected.has(id))
  if (first === undefined) throw new ConnectionRefused('ledger-already-connected')
  return others.length === 0 ? first : undefined
}
