import { Decimal } from 'decimal.js'
import { decimalOf } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import type { Change } from '../books/record.ts'
import { idOf } from '../record-types/record-types.ts'

/** A payment counts on its bills: of which nothing is due any more, they are paid in full. */
export function movedBills(company: Company, change: Change): Change[] {
  const { type, record, operation } = change
  if (type !== 'vendorPayment') return []
  const before = company.findRecord(type, idOf(record))
  const others = company.all(type).filter((each) => idOf(each) !== idOf(record))
  const payments = operation === 'delete' ? others : [...others, record]
  const touched = new Set([...billsOf(before), ...billsOf(record)])
  return [...touched].flatMap((id) => {
    const bill = company.findRecord('vendorBill', id)
    return bill ? [moved({ bill, payments, at: record.lastModifiedDate ?? null })] : []
  })
}

interface Move {
  bill: JsonObject
  payments: JsonObject[]
  at: JsonObject[string]
}

function moved({ bill, payments, at }: Move): Change {
  const amountPaid = payments
    .flatMap(({ apply }) => listOf(apply))
    .filter(({ doc }) => isObject(doc) && idOf(doc) === idOf(bill))
    .reduce((sum, { amount }) => sum.plus(decimalOf(amount) ?? 0), new Decimal(0))
    .toNumber()
  const status = amountPaid >= Number(bill.total) ? 'B' : 'A'
  const record: JsonObject = { ...bill, amountPaid, status, lastModifiedDate: at }
  return { type: 'vendorBill', operation: 'update', record, changed: ['status'] }
}

function billsOf(payment: JsonObject | undefined): string[] {
  return listOf(payment?.apply).flatMap(({ doc }) => (isObject(doc) ? [idOf(doc)] : []))
}
