import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import type { Change } from '../books/record.ts'
import { refuse } from '../fault-catalogue.ts'
import { type Entity, refId } from '../json.ts'
import { withPayments } from './bill-balance.ts'
import type { Draft, Settled } from './draft.ts'
import { dueByTerms } from './due-by-terms.ts'
import { nextVersion } from './next-version.ts'
import { orderAfterBills } from './order-billing.ts'
import {
  checkPayableAccount,
  linkedPurchaseOrderIds,
  refuseTakenDocNumber,
  settleTransaction,
} from './transaction-rules.ts'

/** Orders are billed, closed and protected from deletion by them; payments say what is still open of them. */
export function settleBill(draft: Draft): Settled {
  const { realm, before, at } = draft
  checkPayableAccount(draft)
  refuseTakenDocNumber(draft, 'Bill')
  const settled = settleTransaction(draft)
  const body = { ...settled, ...dueByTerms(settled, realm) }
  const orders = linkedPurchaseOrderIds(body)
  for (const id of orders) checkOrder({ realm, id, bill: body })
  const gone = (before ? linkedPurchaseOrderIds(before) : []).filter((id) => !orders.includes(id))
  return {
    body: withPayments(body, { id: before?.Id ?? '', payments: before ? realm.all('BillPayment') : [] }),
    consequences: (id) => {
      const others = realm.all('Bill').filter((bill) => bill.Id !== id)
      return changedOrders({ realm, ids: [...orders, ...gone], bills: [...others, { ...body, Id: id }], at })
    },
  }
}

export function consequencesOfDeletingBill(
  bill: Entity,
  { realm, at }: { realm: Realm; at: string },
): Change[] {
  const bills = realm.all('Bill').filter((other) => other.Id !== bill.Id)
  return changedOrders({ realm, ids: linkedPurchaseOrderIds(bill), bills, at })
}

function checkOrder({ realm, id, bill }: { realm: Realm; id: string; bill: JsonObject }): void {
  const order = realm.find('PurchaseOrder', id)
  if (!order) throw refuse.invalidReference('Transactions', id)
  if (refId(order.VendorRef) !== refId(bill.VendorRef)) {
    throw refuse.businessRule('A bill can be linked to purchase orders of the same vendor only.')
  }
  const known = listOf(order.Line).map((line) => textOf(line.Id))
  const links = [bill, ...listOf(bill.Line)].flatMap((part) => listOf(part.LinkedTxn))
  const named = links.flatMap((link) => (link.TxnId === id ? (textOf(link.TxnLineId) ?? []) : []))
  const unknown = named.find((line) => !known.includes(line))
  if (unknown !== undefined) throw refuse.invalidReference('Lines', unknown)
}

function changedOrders(of: { realm: Realm; ids: string[]; bills: JsonObject[]; at: string }): Change[] {
  const { realm, bills, at } = of
  return of.ids.flatMap((id): Change[] => {
    const order = realm.find('PurchaseOrder', id)
    if (!order) return []
    const entity = nextVersion(order, { at, body: orderAfterBills(order, bills) })
    const changed = entity.POStatus === order.POStatus ? ['LinkedTxn'] : ['LinkedTxn', 'POStatus']
    return [{ kind: 'PurchaseOrder', operation: 'update', entity, changed }]
  })
}
