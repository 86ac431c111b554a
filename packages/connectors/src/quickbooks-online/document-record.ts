import type {
  DocumentInUse,
  LedgerDocument,
  Operation,
  RemoteDocument,
  WireRequest,
} from '@fieldledger/accounting'
import type { fromPurchaseOrder, PurchaseOrderBody, WritingPlace } from './translate.ts'
import type { BillBody } from './translate-bill.ts'
import type { Bill, PurchaseOrder } from './wire.ts'

/** An order or a bill, as the service holds it. */
export type Transaction = PurchaseOrder & Bill

/** What the operations need to know of one kind of transaction of the service. */
export interface DocumentRecord {
  /** As a sentence calls it. */
  name: string
  /** In queries. */
  entity: 'PurchaseOrder' | 'Bill'
  path: 'purchaseorder' | 'bill'
  canBeClosed: boolean
  toBody(document: LedgerDocument, place: WritingPlace): PurchaseOrderBody | BillBody
  inOurWords(transaction: Transaction, place: Parameters<typeof fromPurchaseOrder>[1]): RemoteDocument
  listed(query: WireRequest): Operation<Transaction[]>
  one(request: WireRequest): Operation<Transaction>
  removed(request: WireRequest): Operation<void>
  /** By which of its `edits` it stands there. */
  standing(transaction: Transaction): string
  /** Why it stays as it is there (G-13). */
  inUse(transaction: Transaction): DocumentInUse | undefined
}
