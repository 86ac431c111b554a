import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Tenant } from '../books/tenant.ts'
import { sendsMoreThanStatus, settleDocument } from './document.ts'
import type { Draft } from './draft.ts'

/** Which status may follow which. Unpublished: see README.md. */
const moves: Readonly<Record<string, readonly string[]>> = {
  NEW: ['DRAFT', 'SUBMITTED', 'AUTHORISED'],
  DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  SUBMITTED: ['SUBMITTED', 'DRAFT', 'AUTHORISED', 'DELETED'],
  AUTHORISED: ['AUTHORISED', 'BILLED', 'DELETED'],
  BILLED: ['BILLED', 'AUTHORISED'],
  DELETED: [],
}

const ids = ['PurchaseOrderID', 'PurchaseOrderNumber']

export function settlePurchaseOrder(draft: Draft): JsonObject {
  const { input, before, problems } = draft
  const from = textOf(before?.Status) ?? 'NEW'
  const to = textOf(input.Status) ?? (before ? from : 'DRAFT')
  const isOnlyStatus = before !== undefined && !sendsMoreThanStatus(input, ids)
  if (!moves[from]?.includes(to) || (from === 'BILLED' && to === 'BILLED' && !isOnlyStatus))
    problems.push('Purchase Order not of valid status for modification')
  const isApproved = to === 'AUTHORISED' || to === 'BILLED'
  if (input.SentToContact !== undefined && !isApproved)
    problems.push('Only AUTHORISED and BILLED purchase orders may have SentToContact updated.')
  if (before && to === 'DELETED') return { ...before, Status: to }
  return {
    ...settleDocument(draft, { status: to, isPosted: isApproved }),
    Type: 'PURCHASEORDER',
    PurchaseOrderNumber: settleNumber(draft),
    SentToContact: isApproved && (input.SentToContact ?? before?.SentToContact) === true,
  }
}

function settleNumber({ tenant, input, before, problems }: Draft): string {
  const number = textOf(input.PurchaseOrderNumber) || textOf(before?.PurchaseOrderNumber)
  if (!number) return nextNumber(tenant)
  const others = tenant
    .findBy('PurchaseOrder', { property: 'PurchaseOrderNumber', value: number })
    .filter((each) => each.PurchaseOrderID !== before?.PurchaseOrderID && each.Status !== 'DELETED')
  if (others.length > 0) problems.push('Order number must be unique')
  return number
}

/** The ledger gives the next number when none was sent. */
function nextNumber(tenant: Tenant): string {
  const numbers = tenant
    .all('PurchaseOrder')
    .flatMap((order) => /^PO-(\d{1,9})$/.exec(textOf(order.PurchaseOrderNumber) ?? '')?.[1] ?? [])
  return `PO-${String(Math.max(0, ...numbers.map(Number)) + 1).padStart(4, '0')}`
}
