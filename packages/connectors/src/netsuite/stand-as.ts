import type { DocumentKind } from '@fieldledger/accounting'
import { isObject, type Json, type JsonObject, listOf } from '../fake-service/json.ts'
import type { NetSuiteBed } from './fake/practice-bed.ts'

interface Standing {
  kind: DocumentKind
  id: string
  standing: string
}

/** For tests: what people do there until a document stands so. */
export async function standAs(bed: NetSuiteBed, { kind, id, standing }: Standing): Promise<void> {
  const path = `/${kind === 'bill' ? 'vendorBill' : 'purchaseOrder'}/${id}`
  if (standing === 'awaiting-approval') await bed.patch(path, { approvalStatus: { id: '1' } })
  if (standing === 'rejected') await bed.patch(path, { approvalStatus: { id: '3' } })
  if (standing === 'paid') await bed.control(`/realms/${bed.realm}/vendorBill/${id}/payments`, {})
  if (kind === 'receipt' || kind === 'bill') return
  const order = await bed.read('purchaseOrder', id)
  const become = (to: string, body: JsonObject = {}) => bed.record(`${path}/!transform/${to}`, { body })
  if (standing === 'begun') await become('itemReceipt', firstLine(order))
  if (standing === 'received' || standing === 'billed') await become('itemReceipt')
  if (standing === 'billed') await become('vendorBill')
  if (standing === 'closed') await bed.patch(path, closed(order))
}

const linesOf = (sublist: Json | undefined) => (isObject(sublist) ? listOf(sublist.items) : [])

/** A piece of its first item, or its first amount alone. */
function firstLine({ item, expense }: JsonObject): JsonObject {
  const isItem = linesOf(item).length > 0
  const left = linesOf(expense).slice(isItem ? 0 : 1)
  return {
    ...(isItem && { item: { items: [{ orderLine: 1, quantity: 1 }] } }),
    expense: { items: left.map(({ line }) => ({ orderLine: String(line), markReceived: false })) },
  }
}

function closed(order: JsonObject): JsonObject {
  return Object.fromEntries(
    ['item', 'expense'].flatMap((name) => {
      const items = linesOf(order[name]).map(({ line = null }) => ({ line, isClosed: true }))
      return items.length === 0 ? [] : [[name, { items }]]
    }),
  )
}
