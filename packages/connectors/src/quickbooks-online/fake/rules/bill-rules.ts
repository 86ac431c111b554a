import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import type { Change } from '../books/record.ts'
import { refuse } from '../fault-catalogue.ts'
import { type Entity, refId } from '../json.ts'
import { withPayments } from './bill-balance.ts'
import type { Draft, Settled } from './draft.ts'
import { nextVersion } from './next-version.ts'
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
  const body = settleTransaction(draft)
  const orders = linkedPurchaseOrderIds(body)
  for (const id of orders) checkOrder({ realm, id, bill: body })
  const gone = (before ? linkedPurchaseOrderIds(before) : []).filter((id) => !orders.includes(id))
  return {
    body: withPayments(body, { id: before?.Id ?? '', payments: before ? realm.all('BillPayment') : [] }),
    consequences: (id) => [
      ...orders.flatMap((order) => linkOrder({ realm, order, bill: { ...body, Id: id }, at })),
      ...gone.flatMap((order) => unlinkOrder({ realm, order, billId: id, at })),
    ],
  }
}

export function consequencesOfDeletingBill(
  bill: Entity,
  { realm, at }: { realm: Realm; at: string },
): Change[] {
  return linkedPurchaseOrderIds(bill).flatMap((order) => unlinkOrder({ realm, order, billId: bill.Id, at }))
}

function checkOrder({ realm, id, bill }: { realm: Realm; id: string; bill: JsonObject }): void {
  const order = realm.find('PurchaseOrder', id)
  if (!order) throw refuse.invalidReference('Transactions', id)
  if (refId(order.VendorRef) !== refId(bill.VendorRef)) {
    throw refuse.businessRule('A bill can be linked to purchase orders of the same vendor only.')
  }
}

function linkOrder(options: { realm: Realm; order: string; bill: JsonObject; at: string }): Change[] {
  const { realm, bill, at } = options
  const order = realm.find('PurchaseOrder', options.order)
  if (!order) return []
  const billId = textOf(bill.Id) ?? ''
  const others = listOf(order.LinkedTxn).filter((link) => link.TxnId !== billId)
  const isWhole = coversWholeOrder(bill, order)
  const entity = nextVersion(order, {
    at,
    body: {
      ...order,
      LinkedTxn: [...others, { TxnId: billId, TxnType: 'Bill' }],
      POStatus: isWhole ? 'Closed' : (order.POStatus ?? 'Open'),
    },
  })
  return [
    {
      kind: 'PurchaseOrder',
      operation: 'update',
      entity,
      changed: isWhole ? ['LinkedTxn', 'POStatus'] : ['LinkedTxn'],
    },
  ]
}

/** A link without lines takes the whole order; otherwise every line must be named. */
function coversWholeOrder(bill: JsonObject, order: Entity): boolean {
  const named = listOf(bill.Line)
    .flatMap((line) => listOf(line.LinkedTxn))
    .filter((link) => link.TxnId === order.Id)
    .flatMap((link) => textOf(link.TxnLineId) ?? [])
  return named.length === 0 || listOf(order.Line).every((line) => named.includes(textOf(line.Id) ?? ''))
}

function unlinkOrder(options: { realm: Realm; order: string; billId: string; at: string }): Change[] {
  const order = options.realm.find('PurchaseOrder', options.order)
  if (!order) return []
  const { LinkedTxn, ...rest } = order
  const left = listOf(LinkedTxn).filter((link) => link.TxnId !== options.billId)
  const body: JsonObject = {
    ...rest,
    ...(left.length > 0 && { LinkedTxn: left }),
    POStatus: order.ManuallyClosed === true ? 'Closed' : 'Open',
  }
  const entity = nextVersion(order, { at: options.at, body })
  return [{ kind: 'PurchaseOrder', operation: 'update', entity, changed: ['LinkedTxn', 'POStatus'] }]
}
