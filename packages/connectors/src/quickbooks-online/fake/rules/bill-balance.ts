import { Decimal } from 'decimal.js'
import { decimalOf, toCents } from '../../../fake-service/decimal.ts'
import { type JsonObject, listOf } from '../../../fake-service/json.ts'

interface Paid {
  id: string
  payments: readonly JsonObject[]
}

/** A bill with what is still open of it, and with its payments among the linked transactions. */
export function withPayments(bill: JsonObject, { id, payments }: Paid): JsonObject {
  const isOwn = ({ TxnId, TxnType }: JsonObject) => TxnType === 'Bill' && TxnId === id
  const paying = payments.map((payment) => ({
    payment,
    lines: listOf(payment.Line).filter((line) => listOf(line.LinkedTxn).some(isOwn)),
  }))
  const paid = paying
    .flatMap(({ lines }) => lines)
    .reduce((sum, { Amount }) => sum.plus(decimalOf(Amount) ?? 0), new Decimal(0))
  const open = Decimal.max(0, (decimalOf(bill.TotalAmt) ?? new Decimal(0)).minus(paid))
  const { LinkedTxn, ...rest } = bill
  const links = [
    ...listOf(LinkedTxn).filter(({ TxnType }) => !String(TxnType).startsWith('BillPayment')),
    ...paying
      .filter(({ lines }) => lines.length > 0)
      .map(({ payment }) => ({
        TxnId: payment.Id ?? '',
        TxnType: payment.PayType === 'Check' ? 'BillPaymentCheck' : 'BillPaymentCreditCard',
      })),
  ]
  return { ...rest, ...(links.length > 0 && { LinkedTxn: links }), Balance: toCents(open).toNumber() }
}
