import type { RemoteReference } from '@fieldledger/accounting'
import type { CatalogueInput } from '../edit/save-record.ts'
import type { LinkableKind } from '../records/catalogue-record.ts'

export type ImportList = 'vendors' | 'items' | 'accounts'
export type ImportedKind = 'vendor' | 'material' | 'account'

export const kindOfList: Record<ImportList, ImportedKind> = {
  vendors: 'vendor',
  items: 'material',
  accounts: 'account',
} satisfies Record<ImportList, LinkableKind>

export const operationOfList = {
  vendors: 'vendor.list',
  items: 'item.list',
  accounts: 'account.list',
} as const satisfies Record<ImportList, string>

/** Accounts first: vendors and items may name them. */
export const importOrder: readonly ImportList[] = ['accounts', 'vendors', 'items']

/** A record of the ledger as the import sees it: what it is called there, and what it would be here. */
export interface RemoteRow {
  remote: RemoteReference
  name: string
  active: boolean
  /** It stands in the ledger's list, and no purchase can be made of it: offered to nobody by itself. */
  notBought?: true
  /** Only vendors match by currency too; absent = the ledger company's own (G-08). */
  currency?: string
  input: CatalogueInput<'vendor'> | CatalogueInput<'material'> | CatalogueInput<'account'>
}
