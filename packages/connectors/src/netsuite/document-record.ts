import type {
  DocumentInUse,
  DocumentKind,
  LedgerDocument,
  Operation,
  RemoteDocument,
  WireRequest,
} from '@fieldledger/accounting'
import type { PurchaseOrderBody } from './translate.ts'
import type { BillBody } from './translate-bill.ts'

export interface ReadingPlace {
  kind: DocumentKind
  currency: string
  booksUrl: string
  companyId: string
}

/** One transaction of the service, as the operations see it. */
export interface HeldDocument {
  id: string
  number: string
  revision: string | undefined
  /** The service's id of its currency. */
  currency: string | undefined
  inOurWords(place: ReadingPlace): RemoteDocument
  /** Why it takes no changes any more. */
  fixed(): DocumentInUse | undefined
  /** Why it is not deleted (G-13). */
  inUse(): DocumentInUse | undefined
  /** The body that closes what is open of it; undefined = it is not a document that is closed. */
  closing(): object | undefined
}

/** What the operations need to know of one kind of transaction of the service. */
export interface DocumentRecord {
  /** As a sentence calls it. */
  name: string
  /** In paths. */
  path: 'purchaseOrder' | 'vendorBill'
  /** In queries. */
  type: 'PurchOrd' | 'VendBill'
  /** Two vendors may use one number for it. */
  isNumberOfVendor: boolean
  /** `currency` is the service's id of the document's currency. */
  toBody(document: LedgerDocument, place: { currency: string }): PurchaseOrderBody | BillBody
  read(request: WireRequest): Operation<HeldDocument>
}
