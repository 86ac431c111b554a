import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import { type ConnectionRecord, wasAuthorised } from '../records/connection-record.ts'

/** Ledger companies of the same provider that are connected in this company. */
export async function connectedCompanies(
  ports: Pick<ConnectionPorts, 'connections'>,
  of: { scope: CompanyScope; connection: Pick<ConnectionRecord, 'provider' | 'environment'> },
): Promise<Set<string>> {
  const { provider, environment } = of.connection
  const all = await ports.connections.list(of.scope)
  return new Set(
    all
      .filter(wasAuthorised)
      .filter((each) => each.provider === provider && each.environment === environment)
      .filter(({ state }) => state === 'active')
      .map(({ ledgerCompanyId }) => ledgerCompanyId),
  )
}
