import { Decimal } from 'decimal.js'
import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { dayOf } from '../dates.ts'
import { checkLockDate, sendsMoreThanStatus, settleDocument } from './document.ts'
import type { Draft } from './draft.ts'

/** Which status may follow which; PAID is the ledger's own. */
const moves: Readonly<Record<string, readonly string[]>> = {
  NEW: ['DRAFT', 'SUBMITTED', 'AUTHORISED'],
  DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  SUBMITTED: ['SUBMITTED', 'DRAFT', 'AUTHORISED', 'DELETED'],
  AUTHORISED: ['AUTHORISED', 'VOIDED'],
  PAID: ['PAID'],
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
  const hasPayments = Number(before?.AmountPaid ?? 0) > 0
  if (hasPayments && to === 'VOIDED') problems.push(allocated)
  const isOnlyStatus = before !== undefined && !sendsMoreThanStatus(input, ids)
  if (before && isOnlyStatus && (to === 'VOIDED' || to === 'DELETED'))
    return { ...before, Status: to, AmountDue: 0 }
  const isPosted = to === 'AUTHORISED' || to === 'PAID'
  const bill = settleDocument(draft, { status: to, isPosted })
  if (to !== 'DRAFT' && dayOf(bill.DueDate) === undefined) problems.push('Due Date must be specified')
  checkLockDate(draft, textOf(bill.Date) ?? '')
  if (before && hasPayments && (type === 'ACCREC' || !hasSameAmounts(before, bill)))
    problems.push(from === 'PAID' ? 'Invoice not of valid status for modification' : allocated)
  const paid = Number(before?.AmountPaid ?? 0)
  return {
    ...bill,
    Type: type,
    ...settleNumber(draft, type),
    AmountDue: new Decimal(Number(bill.Total ?? 0)).minus(paid).toNumber(),
    AmountPaid: paid,
    AmountCredited: 0,
    SentToContact: input.SentToContact === true && isPosted,
  }
}

const allocated = 'This document cannot be edited as it has a payment or credit note allocated to it.'

/** Of a bill that is paid, wholly or in part, texts, accounts, tracking and the due day may change, amounts not. */
function hasSameAmounts(before: JsonObject, after: JsonObject): boolean {
  const amounts = (bill: JsonObject) => [
    ...[bill.Date, bill.CurrencyCode, bill.CurrencyRate, bill.LineAmountTypes, bill.Total],
    ...listOf(bill.LineItems).map((line) => [line.Quantity, line.UnitAmount, line.LineAmount, line.TaxType]),
  ]
  return JSON.stringify(amounts(before)) === JSON.stringify(amounts(after))
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
