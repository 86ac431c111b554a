import type {
  DocumentInUse,
  DocumentKind,
  LedgerDocument,
  LedgerError,
  Operation,
  RemoteDocument,
  RemoteReference,
  WireRequest,
} from '@fieldledger/accounting'
import type { TaxTypeOf } from './translate.ts'

export interface ReadingPlace {
  kind: DocumentKind
  homeCurrency: string
  booksUrl: string
  companyId: string
}

/** One document of the service, as the operations see it. */
export interface HeldDocument {
  id: string
  number: string
  revision: string | undefined
  /** Deleted or voided: it can still be read. */
  isGone: boolean
  hasDueDate: boolean
  inOurWords(place: ReadingPlace): RemoteDocument
  /** By which of its `edits` it stands there. */
  standing: string
  changedTo(document: LedgerDocument, taxTypeOf: TaxTypeOf): object
  /** The body that sets an order billed, or open again; undefined = it stands so. */
  marked(as: 'billed' | 'open'): object | LedgerError | undefined
  /** The body that takes it away, or why it stays (G-13). */
  removal(): object | DocumentInUse
}

/** What the operations need to know of one kind of document of the service. */
export interface DocumentRecord {
  /** As a sentence calls it. */
  name: string
  /** In paths and envelopes. */
  plural: 'PurchaseOrders' | 'Invoices'
  search(wanted: { number: string; party: RemoteReference }): { path: string; query?: Record<string, string> }
  /** Those of these days, both included. */
  between(days: { from: string; to: string }): { path: string; query: Record<string, string> }
  /** The body that makes it, with the status as which it arrives (G-04). */
  made(document: LedgerDocument, taxTypeOf: TaxTypeOf): object
  read(request: WireRequest): Operation<HeldDocument[]>
}
