import { isObject, listOf } from '../fake-service/json.ts'
import type { QuickBooksBed } from './fake/practice-bed.ts'

/** For tests: what people do there until a document stands so. */
export async function standAs(
  bed: QuickBooksBed,
  { id, standing }: { id: string; standing: string },
): Promise<void> {
  const by = (path: string) => `/realms/${bed.realm}/${path}`
  if (standing === 'closed') await bed.control(by(`purchaseorder/${id}`), { POStatus: 'Closed' })
  if (standing === 'paid') await bed.control(by(`bill/${id}/payments`), { amount: 1 })
  if (standing === 'partly-billed') await billInPart(bed, id)
}

/** One dollar of its first line. */
async function billInPart(bed: QuickBooksBed, id: string): Promise<void> {
  const { json } = await bed.api(`/purchaseorder/${id}`)
  const order = isObject(json.PurchaseOrder) ? json.PurchaseOrder : {}
  const [line = {}] = listOf(order.Line)
  const detail = String(line.DetailType)
  const link = { TxnId: id, TxnType: 'PurchaseOrder', TxnLineId: line.Id ?? '' }
  const one = detail.startsWith('Item') ? { Qty: 1, UnitPrice: 1 } : {}
  await bed.create('bill', {
    VendorRef: order.VendorRef ?? {},
    Line: [
      {
        DetailType: detail,
        Amount: 1,
        [detail]: { ...Object(line[detail]), ...one },
        LinkedTxn: [link],
      },
    ],
  })
}
