import type {
  DocumentInUse,
  DocumentKind,
  LedgerDocument,
  Operation,
  RemoteDocument,
  WireRequest,
} from '@fieldledger/accounting'

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
  /** By which of its `edits` it stands there. */
  standing: string
  /** Why it is not deleted (G-13). */
  inUse(): DocumentInUse | undefined
  /** The body that closes what is open of it; undefined = it is not a document that is closed. */
  closing(): object | undefined
}

export interface WritingPlace {
  /** The service's id of the document's currency. */
  currency: string
  /** The one that a person chose; else the vendor's own is taken. */
  subsidiary?: string | undefined
}

/** A body, and the order that the service makes the record out of; without one it stands alone. */
export interface ToSend {
  body: object
  madeFrom?: string
}

/** What the operations need to know of one kind of transaction of the service. */
export interface DocumentRecord {
  /** As a sentence calls it. */
  name: string
  /** In paths. */
  path: 'purchaseOrder' | 'vendorBill' | 'itemReceipt'
  /** In queries. */
  type: 'PurchOrd' | 'VendBill' | 'ItemRcpt'
  /** Two vendors may use one number for it. */
  isNumberOfVendor: boolean
  /** It is given an approval status (G-04). */
  isApproved: boolean
  toSend(document: LedgerDocument, place: WritingPlace): Operation<ToSend>
  read(request: WireRequest): Operation<HeldDocument>
}
