import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../fault-catalogue.ts'
import type { Entity } from '../json.ts'
import type { Draft, Settled } from './draft.ts'
import { checkPayableAccount, refuseTakenDocNumber, settleTransaction } from './transaction-rules.ts'

export function settlePurchaseOrder(draft: Draft): Settled {
  const { realm, body, before } = draft
  if (body.APAccountRef === undefined) throw refuse.missing('APAccountRef')
  checkPayableAccount(draft)
  if (realm.settings.warnDuplicatePurchaseOrderNumber) refuseTakenDocNumber(draft, 'Purchase Order')
  const status = textOf(body.POStatus) ?? 'Open'
  const settled: JsonObject = {
    ...settleTransaction(draft),
    POStatus: status,
    EmailStatus: textOf(body.EmailStatus) ?? 'NotSet',
    ...(before?.LinkedTxn !== undefined && { LinkedTxn: before.LinkedTxn }),
  }
  const { ManuallyClosed: _, ...open } = settled
  const isClosedByHand =
    status === 'Closed' && (before?.ManuallyClosed === true || before?.POStatus !== 'Closed')
  return { body: isClosedByHand ? { ...open, ManuallyClosed: true } : open }
}

/** The ledger gives the next number when none was sent. */
export function nextDocNumber(orders: readonly Entity[]): string {
  const numbers = orders
    .map((order) => textOf(order.DocNumber) ?? '')
    .filter((number) => /^\d{1,15}$/.test(number))
  return String(Math.max(1000, ...numbers.map(Number)) + 1)
}

export function refuseDeleteOfLinked(order: Entity): void {
  if (listOf(order.LinkedTxn).length > 0) {
    throw refuse.businessRule(
      'This purchase order is linked to a bill, so it cannot be deleted. Remove the link first.',
    )
  }
}
