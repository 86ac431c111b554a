import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { checkLinks } from './check-links.ts'
import type { Draft } from './draft.ts'
import { checkItemsAvailable } from './item-subsidiary.ts'
import { totalsOf, withTax } from './line-tax.ts'
import { settleExpenseLine, settleItemLine } from './order-lines.ts'
import { settleHead } from './transaction-head.ts'

const statuses: Readonly<Record<string, string>> = { 1: 'D', 2: 'A', 3: 'E' }

/** Its number is the supplier's: nothing stands in for it, and two bills may have the same. */
export function settleVendorBill(draft: Draft): JsonObject {
  const { company, record, before } = draft
  const { vendor, day, fields } = settleHead(draft, { counter: 'VENDBILL' })
  const place = { company, vendor }
  const items = listOf(record.item).map((line, n) => withTax(settleItemLine(company, { line, n }), place))
  const expenses = listOf(record.expense).map((line, n) =>
    withTax(settleExpenseLine(company, { line, n }), place),
  )
  const lines = [...items, ...expenses]
  if (lines.length === 0) throw refuse.noLines()
  checkItemsAvailable(company, { items, subsidiary: fields.subsidiary })
  const sublists = {
    ...(items.length > 0 && { item: items }),
    ...(expenses.length > 0 && { expense: expenses }),
  }
  checkLinks(draft, { ...record, ...sublists })
  const { tax, gross: total } = totalsOf(lines)
  const paid = Number(before?.amountPaid ?? 0)
  if (paid > total) throw refuse.rule('The amount of a bill cannot be less than what has been paid of it.')
  const approval = textOf(record.approvalStatus) ?? '2'
  const terms = record.terms ?? vendor.terms
  return {
    ...record,
    ...fields,
    ...sublists,
    account: payableAccount(company, { record, vendor }),
    ...(terms !== undefined && { terms }),
    dueDate: textOf(record.dueDate) ?? dueDate(company, { terms, from: day }),
    approvalStatus: approval,
    status: paid > 0 && paid >= total ? 'B' : (statuses[approval] ?? 'A'),
    amountPaid: paid,
    total,
    userTotal: total,
    taxTotal: tax,
  }
}

/** The bill's own, the vendor's or the first of the company. */
function payableAccount(
  company: Company,
  { record, vendor }: { record: JsonObject; vendor: JsonObject },
): JsonObject {
  const named = [record.account, vendor.payablesAccount].find(isObject)
  if (!named) {
    const first = company.all('account').find(({ acctType }) => acctType === 'AcctPay')
    if (!first) throw refuse.missing(['Account'])
    return { id: idOf(first) }
  }
  if (company.findRecord('account', idOf(named))?.acctType !== 'AcctPay')
    throw refuse.value({ value: idOf(named), field: 'account', path: 'account' })
  return { id: idOf(named) }
}

interface Due {
  terms: JsonObject[string] | undefined
  from: string
}

function dueDate(company: Company, { terms, from }: Due): string {
  const days = isObject(terms) ? company.findRecord('term', idOf(terms))?.daysUntilNetDue : 0
  const day = new Date(from)
  day.setUTCDate(day.getUTCDate() + Number(days ?? 0))
  return day.toISOString().slice(0, 10)
}
