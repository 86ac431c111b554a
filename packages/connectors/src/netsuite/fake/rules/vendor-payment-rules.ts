import { Decimal } from 'decimal.js'
import { decimalOf, sumOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'
import { settleHead } from './transaction-head.ts'

/** Pays bills of one vendor: each wholly, unless its line says how much. */
export function settleVendorPayment(draft: Draft): JsonObject {
  const { company, record } = draft
  const { fields } = settleHead(draft, { counter: 'VENDPYMT' })
  const bank = company.all('account').find(({ acctType }) => acctType === 'Bank')
  const account = isObject(record.account) ? record.account : bank && { id: idOf(bank) }
  if (!account) throw refuse.missing(['Account'])
  const apply = listOf(record.apply)
    .filter((line) => line.apply !== false)
    .map((line, n) => settleApplied(draft, { line, n }))
  if (apply.length === 0) throw refuse.noLines()
  const total = toCents(sumOf(apply.flatMap(({ amount }) => decimalOf(amount) ?? []))).toNumber()
  return { ...record, ...fields, account, apply, total }
}

function settleApplied(draft: Draft, { line, n }: { line: JsonObject; n: number }): JsonObject {
  const { company, record, before } = draft
  const id = isObject(line.doc) ? idOf(line.doc) : ''
  const bill = company.findRecord('vendorBill', id)
  const wrong = () => refuse.value({ value: id, field: 'doc', path: `apply.items[${n}].doc` })
  const vendor = isObject(record.entity) ? idOf(record.entity) : ''
  if (!bill || !isObject(bill.entity) || idOf(bill.entity) !== vendor) throw wrong()
  const old = listOf(before?.apply).find(({ doc }) => isObject(doc) && idOf(doc) === id)
  if (!old && bill.status !== 'A') throw wrong()
  const due = dueOf(bill).plus(decimalOf(old?.amount) ?? 0)
  const amount = decimalOf(line.amount) ?? due
  if (!amount.greaterThan(0) || amount.greaterThan(due))
    throw refuse.value({ value: amount.toString(), field: 'amount', path: `apply.items[${n}].amount` })
  return {
    ...line,
    apply: true,
    amount: toCents(amount).toNumber(),
    due: due.toNumber(),
    total: bill.total ?? 0,
    ...(textOf(bill.tranId) !== undefined && { refNum: bill.tranId ?? '' }),
  }
}

export function dueOf({ total, amountPaid }: JsonObject): Decimal {
  return (decimalOf(total) ?? new Decimal(0)).minus(decimalOf(amountPaid) ?? 0)
}
