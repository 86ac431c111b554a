import type { RemoteReference } from '@fieldledger/accounting'
import type { VendorFields } from '../vendors/vendor-fields.ts'
import type { LinkableKind } from './catalogue-record.ts'

export type LinkOrigin = 'created' | 'matched' | 'by-hand' | 'imported'

/** Ours paired with theirs, keyed by the ledger company: it outlives a disconnect (G-17). */
export interface LinkRecord {
  id: string
  companyId: string
  /** See ledgerKey. */
  ledger: string
  kind: LinkableKind
  ourId: string
  remote: RemoteReference
  /** false = it was made inactive there. */
  active: boolean
  origin: LinkOrigin
  linkedAt: Date
  /** Of a supplier: what the ledger said last, so that it is known who changed what since. */
  seen?: VendorFields
  /** A change of ours that the ledger has not confirmed yet, and why not. */
  owed?: { since: Date; message?: string }
}
