import { Decimal } from 'decimal.js'
import { decimalOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Change } from '../books/record.ts'
import type { Tenant } from '../books/tenant.ts'
import { dayOf } from '../dates.ts'
import { checkLockDate } from './document.ts'
import type { Draft } from './draft.ts'
import { accountByCode } from './references.ts'

/** Paid over the API or by hand; afterwards a payment can only be deleted, which opens its document again. */
export function settlePayment(draft: Draft): JsonObject {
  return draft.before ? settleDeletion(draft, draft.before) : settleNew(draft)
}

function settleNew(draft: Draft): JsonObject {
  const { tenant, input, at, problems } = draft
  const invoice = invoiceOf(tenant, input)
  const account = accountOf(tenant, input)
  const amount = toCents(decimalOf(input.Amount) ?? new Decimal(0)).toNumber()
  const date = dayOf(input.Date) ?? at.slice(0, 10)
  if (!invoice) problems.push('The document with the supplied id was not found for this endpoint.')
  else if (invoice.Status !== 'AUTHORISED')
    problems.push('Payments can only be made against Authorised documents')
  if (!account) problems.push('The account could not be found')
  else if (account.Type !== 'BANK' && account.EnablePaymentsToAccount !== true)
    problems.push('The account type is invalid for payments')
  if (amount <= 0) problems.push('Payment amount must be greater than zero')
  if (invoice && amount > Number(invoice.AmountDue))
    problems.push('Payment amount exceeds the amount outstanding on this document')
  checkLockDate(draft, date)
  if (invoice) draft.consequences.push(paid(draft, { invoice, by: amount, date }))
  return {
    Date: date,
    Amount: amount,
    BankAmount: amount,
    ...(textOf(input.Reference) !== undefined && { Reference: input.Reference ?? '' }),
    CurrencyRate: 1,
    PaymentType: `${textOf(invoice?.Type) ?? 'ACCPAY'}PAYMENT`,
    Status: 'AUTHORISED',
    IsReconciled: input.IsReconciled === true,
    Account: { AccountID: account?.AccountID ?? '', Code: account?.Code ?? '' },
    Invoice: { InvoiceID: invoice?.InvoiceID ?? '' },
  }
}

function settleDeletion(draft: Draft, before: JsonObject): JsonObject {
  const { tenant, input, problems } = draft
  if (input.Status !== 'DELETED') problems.push('A payment can only be updated to have the status DELETED')
  if (before.Status === 'DELETED') problems.push('This payment has been deleted already')
  const invoice = invoiceOf(tenant, before)
  checkLockDate(draft, textOf(before.Date) ?? '')
  if (invoice) draft.consequences.push(paid(draft, { invoice, by: -Number(before.Amount), date: '' }))
  return { ...before, Status: 'DELETED' }
}

interface Paid {
  invoice: JsonObject
  /** Less than zero when a payment goes. */
  by: number
  date: string
}

/** What is due falls; a document of which nothing is due is PAID. */
function paid({ at }: Draft, { invoice, by, date }: Paid): Change {
  const { FullyPaidOnDate: _date, ...kept } = invoice
  const sum = (name: string, change: number) =>
    toCents(new Decimal(Number(invoice[name] ?? 0)).plus(change)).toNumber()
  const AmountDue = sum('AmountDue', -by)
  const isPaid = AmountDue <= 0
  const element = {
    ...kept,
    AmountPaid: sum('AmountPaid', by),
    AmountDue,
    Status: isPaid ? 'PAID' : 'AUTHORISED',
    ...(isPaid && { FullyPaidOnDate: date }),
    UpdatedDateUTC: at,
  }
  return { kind: 'Invoice', operation: 'update', element, changed: ['AmountPaid', 'AmountDue', 'Status'] }
}

function invoiceOf(tenant: Tenant, input: JsonObject): JsonObject | undefined {
  const named = isObject(input.Invoice) ? input.Invoice : {}
  const id = textOf(named.InvoiceID)
  if (id !== undefined) return tenant.find('Invoice', id)
  const number = textOf(named.InvoiceNumber) ?? textOf(input.InvoiceNumber)
  const found =
    number === undefined ? [] : tenant.findBy('Invoice', { property: 'InvoiceNumber', value: number })
  return found.find(({ Status }) => Status === 'AUTHORISED') ?? found[0]
}

function accountOf(tenant: Tenant, input: JsonObject): JsonObject | undefined {
  const named = isObject(input.Account) ? input.Account : {}
  const id = textOf(named.AccountID)
  const code = textOf(named.Code) ?? textOf(input.Code)
  if (id !== undefined) return tenant.find('Account', id)
  return code === undefined ? undefined : accountByCode(tenant, code)
}
