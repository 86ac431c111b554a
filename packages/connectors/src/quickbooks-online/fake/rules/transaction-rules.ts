import { decimalOf, sumOf } from '../../../fake-service/decimal.ts'
import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'
import { settleCurrency } from './currencies.ts'
import type { Draft } from './draft.ts'
import { settleLines } from './lines.ts'
import { settleTax } from './taxes.ts'

/** What purchase orders and bills have in common: vendor, lines, payable account, date, computed total. */
export function settleTransaction(draft: Draft): JsonObject {
  const { body, today, realm } = draft
  if (body.VendorRef === undefined) throw refuse.missing('VendorRef')
  const Line = settleLines(draft)
  const total = sumOf(Line.flatMap((line) => decimalOf(line.Amount) ?? []))
  if (total.isNegative() && !total.isZero()) {
    throw refuse.businessRule('You must enter a transaction amount that is 0 or greater.')
  }
  return {
    ...settleTax(body, { lines: Line, realm }),
    TxnDate: textOf(body.TxnDate)?.slice(0, 10) ?? today,
    ...settleCurrency(body, draft),
    Line,
  }
}

export function checkPayableAccount({ realm, body }: Draft): void {
  const id = refId(body.APAccountRef)
  const account = id === undefined ? undefined : realm.find('Account', id)
  if (account && account.AccountType !== 'Accounts Payable') throw refuse.wrongAccountType('APAccountRef')
}

export function refuseTakenDocNumber(draft: Draft, txnType: string): void {
  const { realm, kind, body, before } = draft
  const docNumber = textOf(body.DocNumber)
  if (docNumber === undefined || draft.allowDuplicateDocNumber || docNumber === textOf(before?.DocNumber))
    return
  const taken = realm.withDocNumber(kind, docNumber).find((other) => {
    const isSameSeller = kind !== 'Bill' || refId(other.VendorRef) === refId(body.VendorRef)
    return other.Id !== before?.Id && isSameSeller
  })
  if (taken) throw refuse.duplicateDocNumber({ docNumber, txnType, txnId: taken.Id })
}

export function linkedPurchaseOrderIds(transaction: JsonObject): string[] {
  const links = [transaction, ...listOf(transaction.Line)].flatMap((part) => listOf(part.LinkedTxn))
  const ids = links
    .filter((link) => link.TxnType === 'PurchaseOrder')
    .flatMap((link) => textOf(link.TxnId) ?? [])
  return [...new Set(ids)]
}
