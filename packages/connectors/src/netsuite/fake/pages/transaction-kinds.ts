import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { orderStatuses } from '../record-types/purchase-order.ts'
import type { RecordType } from '../record-types/record-types.ts'
import { billStatuses } from '../record-types/vendor-bill.ts'

/** A kind of transaction as the pages name it. */
export interface TransactionKind {
  type: RecordType
  section: 'purchaseorders' | 'itemreceipts' | 'vendorbills' | 'vendorpayments'
  /** Where one of them is shown. */
  page: string
  /** How the real pages call that file. */
  file: string
  title: string
  plural: string
  statuses: Readonly<Record<string, string>>
  /** Statuses in which nothing is to be done any more. */
  ended: readonly string[]
}

export const transactionKinds: readonly TransactionKind[] = [
  {
    type: 'purchaseOrder',
    section: 'purchaseorders',
    page: 'purchaseorder',
    file: 'purchord.nl',
    title: 'Purchase order',
    plural: 'Purchase orders',
    statuses: orderStatuses,
    ended: ['H'],
  },
  {
    type: 'itemReceipt',
    section: 'itemreceipts',
    page: 'itemreceipt',
    file: 'itemrcpt.nl',
    title: 'Item receipt',
    plural: 'Item receipts',
    statuses: {},
    ended: [],
  },
  {
    type: 'vendorBill',
    section: 'vendorbills',
    page: 'vendorbill',
    file: 'vendbill.nl',
    title: 'Bill',
    plural: 'Bills',
    statuses: billStatuses,
    ended: ['C', 'E'],
  },
  {
    type: 'vendorPayment',
    section: 'vendorpayments',
    page: 'vendorpayment',
    file: 'vendpymt.nl',
    title: 'Bill payment',
    plural: 'Bill payments',
    statuses: {},
    ended: [],
  },
]

export function kindOf(type: RecordType): TransactionKind | undefined {
  return transactionKinds.find((kind) => kind.type === type)
}

/** Its number, or what the ledger calls it where the supplier gave none. */
export function numberOf(record: JsonObject): string {
  return textOf(record.tranId) ?? textOf(record.transactionNumber) ?? ''
}
