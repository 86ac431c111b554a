import type { ConnectionTarget } from '@fieldledger/accounting'
import type { CompanyScope, ItemRules, SupplierRules } from '@fieldledger/workflow'

/** A connection as linking and importing see it. */
export interface LedgerConnection {
  target: ConnectionTarget
  providerLabel: string
  active: boolean
  /** Suppliers that are changed here are changed there. */
  updatesVendors: boolean
  /** Fields of suppliers that it does not keep. */
  vendorsLack: readonly string[]
  /** Fields that it does not show in its list of suppliers. */
  vendorsNotListed: readonly string[]
  /** Of a supplier's addresses; else the first of them. */
  keepsSeveralEmails: boolean
  /** Fields of items that can be changed there from here. */
  takesOfItems: readonly string[]
  /** With so many at most it keeps a unit price. */
  priceDecimals: number
  supplierRules: SupplierRules
  itemRules: ItemRules
}

export interface LedgerConnections {
  /** All that were authorised once, active or not. */
  all(scope: CompanyScope): Promise<LedgerConnection[]>
  find(scope: CompanyScope, connectionId: string): Promise<LedgerConnection | undefined>
}
