import type { ConnectionTarget } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'

/** A connection as linking and importing see it. */
export interface LedgerConnection {
  target: ConnectionTarget
  providerLabel: string
  active: boolean
}

export interface LedgerConnections {
  find(scope: CompanyScope, connectionId: string): Promise<LedgerConnection | undefined>
}
