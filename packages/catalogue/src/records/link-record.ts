import type { RemoteReference } from '@fieldledger/accounting'
import type { ItemField, SupplierField } from '@fieldledger/workflow'
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
  /** Of a supplier or an item: what both sides were when they agreed last, so that it is known who changed what since. */
  seen?: PairFields
  /** Of an item: fields of which a person said that ours stands while theirs is as it was then. */
  kept?: ItemField[]
  /** Fields that both sides changed since: each keeps its own until a person has chosen. */
  conflicts?: LinkConflict[]
  owed?: OwedChange
}

/** A change of ours that the ledger has not confirmed yet, and why not. */
export interface OwedChange {
  since: Date
  /** It was archived or brought back: also a pair that is inactive there hears of it. */
  moved?: boolean
  /** Nothing of ours: something was changed there, and is to be looked at. */
  looks?: boolean
  message?: string
  /** When it is sent again by itself; absent = at once. */
  dueAt?: Date
  /** Only a person can help: it is not sent again by itself. */
  parked?: boolean
  attempts?: number
}

export type PairField = SupplierField | ItemField
export type PairFields = { [Field in PairField]?: string }

export interface LinkConflict {
  field: PairField
  /** Absent = it was emptied there. */
  theirs?: string
  since: Date
}
