import type { CompanyScope, Environment } from '@fieldledger/workflow'
import type { ConnectionRecord } from '../records/connection-record.ts'

export type ConnectionChange = Partial<
  Pick<
    ConnectionRecord,
    | 'name'
    | 'state'
    | 'ledgerCompanyId'
    | 'ledgerCompanyName'
    | 'currency'
    | 'signInId'
    | 'ledger'
    | 'rules'
    | 'sending'
    | 'supplierRules'
    | 'itemRules'
    | 'imported'
    | 'health'
    | 'restored'
    | 'connectedAt'
    | 'connectedBy'
  >
>

export interface ConnectionRepository {
  list(scope: CompanyScope): Promise<ConnectionRecord[]>
  find(scope: CompanyScope, id: string): Promise<ConnectionRecord | undefined>
  /** The company's one connection with this ledger company, in whatever state. */
  findByLedger(
    scope: CompanyScope,
    ledger: { provider: string; environment: Environment; ledgerCompanyId: string },
  ): Promise<ConnectionRecord | undefined>
  insert(connection: ConnectionRecord): Promise<void>
  /** false = another connection of the company has this ledger company. */
  update(scope: CompanyScope, which: { id: string; change: ConnectionChange }): Promise<boolean>
  /** Only for one that was never authorised. */
  removeUnused(scope: CompanyScope, id: string): Promise<void>
}
