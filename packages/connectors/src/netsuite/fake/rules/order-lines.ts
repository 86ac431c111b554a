import { Decimal } from 'decimal.js'
import { decimalOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'

interface Line {
  line: JsonObject
  /** Its place among those that were sent. */
  n: number
}

const common = { isBillable: false }

/** Quantity 1 and the item's cost stand in for what was left out; an amount that was sent is kept as it is. */
export function settleItemLine(company: Company, { line }: Line): JsonObject {
  if (!isObject(line.item)) throw refuse.missing(['Item'])
  const item = company.find('item', idOf(line.item))?.record ?? {}
  const quantity = decimalOf(line.quantity) ?? new Decimal(1)
  const amount = decimalOf(line.amount)
  const implied = amount && !quantity.isZero() ? amount.dividedBy(quantity) : undefined
  const rate = decimalOf(line.rate) ?? implied ?? decimalOf(item.cost) ?? new Decimal(0)
  const description = textOf(line.description) ?? textOf(item.purchaseDescription)
  return {
    ...common,
    ...line,
    ...(description !== undefined && { description }),
    quantity: quantity.toNumber(),
    rate: rate.toDecimalPlaces(8).toNumber(),
    amount: toCents(amount ?? quantity.times(rate)).toNumber(),
  }
}

/** Account or category, and an amount: an expense line has neither quantity nor rate. */
export function settleExpenseLine(company: Company, { line, n }: Line): JsonObject {
  const category = isObject(line.category)
    ? company.find('expenseCategory', idOf(line.category))?.record
    : undefined
  const account = isObject(line.account) ? line.account : category?.expenseAcct
  if (!isObject(account)) throw refuse.missing(['Account'])
  const amount = decimalOf(line.amount)
  if (!amount) throw refuse.missing(['Amount'])
  const { acctType, isSummary } = company.find('account', idOf(account))?.record ?? {}
  if (acctType === 'AcctPay' || acctType === 'AcctRec' || isSummary === true)
    throw refuse.value({ value: idOf(account), field: 'account', path: `expense.items[${n}].account` })
  return { ...common, ...line, account: { id: idOf(account) }, amount: toCents(amount).toNumber() }
}
