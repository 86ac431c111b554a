import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { dayOf } from '../dates.ts'
import { sendsMoreThanStatus, settleDocument } from './document.ts'
import type { Draft } from './draft.ts'

/** Which status may follow which; PAID is the ledger's own. */
const moves: Readonly<Record<string, readonly string[]>> = {
  NEW: ['DRAFT', 'SUBMITTED', 'AUTHORISED'],
  DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  SUBMITTED: ['SUBMITTED', 'DRAFT', 'AUTHORISED', 'DELETED'],
  AUTHORISED: ['AUTHORISED', 'VOIDED'],
  PAID: [],
  VOIDED: [],
  DELETED: [],
}

const ids = ['InvoiceID', 'InvoiceNumber']

export function settleInvoice(draft: Draft): JsonObject {
  const { input, before, problems } = draft
  const from = textOf(before?.Status) ?? 'NEW'
  const to = textOf(input.Status) ?? (before ? from : 'DRAFT')
  const type = textOf(before?.Type) ?? textOf(input.Type) ?? ''
  if (type !== 'ACCPAY' && type !== 'ACCREC') problems.push('Invoice type must be specified')
  if (!moves[from]?.includes(to)) problems.push('Invoice not of valid status for modification')
  const isOnlyStatus = before !== undefined && !sendsMoreThanStatus(input, ids)
  if (before && isOnlyStatus && (to === 'VOIDED' || to === 'DELETED'))
    return { ...before, Status: to, AmountDue: 0 }
  const isPosted = to === 'AUTHORISED'
  const bill = settleDocument(draft, { status: to, isPosted })
  if (to !== 'DRAFT' && dayOf(bill.DueDate) === undefined) problems.push('Due Date must be specified')
  checkLockDate(draft, textOf(bill.Date) ?? '')
  return {
    ...bill,
    Type: type,
    ...settleNumber(draft, type),
    AmountDue: bill.Total ?? 0,
    AmountPaid: 0,
    AmountCredited: 0,
    SentToContact: input.SentToContact === true && isPosted,
  }
}

/** The number of a bill is the supplier's, so several bills may bear it; that of a sales invoice is our own. */
function settleNumber({ tenant, input, before, problems }: Draft, type: string): JsonObject {
  const number = textOf(input.InvoiceNumber) ?? textOf(before?.InvoiceNumber)
  if (number === undefined || number === '') return {}
  const others = tenant
    .findBy('Invoice', { property: 'InvoiceNumber', value: number })
    .filter((each) => each.Type === 'ACCREC' && each.InvoiceID !== before?.InvoiceID)
    .filter((each) => each.Status !== 'VOIDED' && each.Status !== 'DELETED')
  if (type === 'ACCREC' && others.length > 0) problems.push('Invoice # must be unique.')
  return { InvoiceNumber: number }
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

function checkLockDate({ tenant, before, problems }: Draft, date: string): void {
  const locked = tenant.settings.periodLockDate
  if (locked === null || (date > locked && (textOf(before?.Date) ?? date) > locked)) return
  problems.push(
    `The document date cannot be before the period lock date, currently set at ${day.format(new Date(locked))}`,
  )
}
