import { Decimal } from 'decimal.js'
import { decimalOf, sumOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import type { Change } from '../books/record.ts'
import { refuse } from '../fault-catalogue.ts'
import { type Entity, refId } from '../json.ts'
import { withPayments } from './bill-balance.ts'
import type { Draft, Settled } from './draft.ts'
import { nextVersion } from './next-version.ts'

/** Pays bills of one vendor by cheque or card: each line says of which bill, and how much. */
export function settleBillPayment(draft: Draft): Settled {
  const { realm, body, before, today, at } = draft
  for (const name of ['VendorRef', 'PayType', 'TotalAmt', 'Line'])
    if (body[name] === undefined) throw refuse.missing(name)
  checkAccount(draft)
  const paid = linesOf(body)
  for (const { bill: id, amount } of paid) {
    const bill = realm.find('Bill', id)
    if (!bill) throw refuse.invalidReference('Transactions', id)
    if (refId(bill.VendorRef) !== refId(body.VendorRef))
      throw refuse.businessRule('A payment can be linked to bills of the same vendor only.')
    const own = before ? linesOf(before).find((line) => line.bill === id)?.amount : undefined
    if (amount.greaterThan((decimalOf(bill.Balance) ?? new Decimal(0)).plus(own ?? 0)))
      throw refuse.businessRule('The amount paid is greater than what is open of the bill.')
  }
  const total = toCents(decimalOf(body.TotalAmt) ?? new Decimal(0))
  if (sumOf(paid.map(({ amount }) => amount)).greaterThan(total))
    throw refuse.businessRule('The lines add up to more than the payment.')
  const settled = {
    ...body,
    TxnDate: textOf(body.TxnDate)?.slice(0, 10) ?? today,
    CurrencyRef: body.CurrencyRef ?? { value: 'USD', name: 'United States Dollar' },
    TotalAmt: total.toNumber(),
  }
  const touched = [...new Set([...paid, ...(before ? linesOf(before) : [])].map(({ bill }) => bill))]
  return {
    body: settled,
    consequences: (id) => movedBills(realm, { touched, payment: { ...settled, Id: id }, at }),
  }
}

export function consequencesOfDeletingPayment(
  payment: Entity,
  { realm, at }: { realm: Realm; at: string },
): Change[] {
  const touched = linesOf(payment).map(({ bill }) => bill)
  return movedBills(realm, { touched, payment: { Id: payment.Id }, at })
}

interface Moved {
  touched: string[]
  /** As it stands from now on; without lines when it is gone. */
  payment: JsonObject
  at: string
}

function movedBills(realm: Realm, { touched, payment, at }: Moved): Change[] {
  const payments = [...realm.all('BillPayment').filter(({ Id }) => Id !== payment.Id), payment]
  return touched.flatMap((id): Change[] => {
    const bill = realm.find('Bill', id)
    if (!bill) return []
    const entity = nextVersion(bill, { at, body: withPayments(bill, { id, payments }) })
    return [{ kind: 'Bill', operation: 'update', entity, changed: ['Balance', 'LinkedTxn'] }]
  })
}

function checkAccount({ realm, body }: Draft): void {
  const way = body.PayType === 'Check' ? 'CheckPayment' : 'CreditCardPayment'
  const name = body.PayType === 'Check' ? 'BankAccountRef' : 'CCAccountRef'
  const details = body[way]
  const id = isObject(details) ? refId(details[name]) : undefined
  if (id === undefined) throw refuse.missing(`${way}.${name}`)
  const type = realm.find('Account', id)?.AccountType
  if (type !== (body.PayType === 'Check' ? 'Bank' : 'Credit Card')) throw refuse.wrongAccountType(name)
}

function linesOf(payment: JsonObject): { bill: string; amount: Decimal }[] {
  return listOf(payment.Line).flatMap((line) =>
    listOf(line.LinkedTxn)
      .filter(({ TxnType }) => TxnType === 'Bill')
      .map(({ TxnId }) => ({
        bill: textOf(TxnId) ?? '',
        amount: toCents(decimalOf(line.Amount) ?? new Decimal(0)),
      })),
  )
}
