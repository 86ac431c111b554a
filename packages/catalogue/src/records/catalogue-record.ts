import type { PaymentTerms, RemoteAccount } from '@fieldledger/accounting'

interface Common {
  id: string
  companyId: string
  name: string
  archived: boolean
  createdAt: Date
  updatedAt: Date
}

export interface Vendor extends Common {
  /** One address, or several parted by commas: each is a contact. */
  email?: string
  phone?: string
  currency?: string
  /** The lines of the legal address; its other parts are fields of their own. */
  address?: string
  city?: string
  region?: string
  postalCode?: string
  country?: string
  /** Ours with them. */
  accountNumber?: string
  accountId?: string
  /** When its bills are due, as the ledger says it: taken over from there, and typed nowhere here. */
  paymentTerms?: PaymentTerms
  /** proposed = named by a field user, not yet looked at by the bookkeeper. */
  state: 'active' | 'proposed'
  proposedBy?: string
  /** Everything that names this vendor means that one. */
  mergedInto?: string
}

export interface Material extends Common {
  sku?: string
  description?: string
  unit?: string
  price?: string
  /** Whatever the ledger says it costs. */
  freeOfCharge?: boolean
  /** From whom it is bought. */
  vendorId?: string
  accountId?: string
}

export interface Customer extends Common {
  email?: string
  phone?: string
}

export interface Project extends Common {
  code?: string
}

export interface CostCode extends Common {
  code: string
}

export interface Account extends Common {
  number?: string
  role: RemoteAccount['role']
}

/** Every list that people choose from in a form. */
export interface CatalogueRecords {
  vendor: Vendor
  material: Material
  customer: Customer
  project: Project
  'cost-code': CostCode
  account: Account
}
export type CatalogueKind = keyof CatalogueRecords
export type CatalogueRecord<Kind extends CatalogueKind = CatalogueKind> = CatalogueRecords[Kind]

/** Lists whose records may have a pair in a ledger. */
export type LinkableKind = Exclude<CatalogueKind, 'cost-code'>
