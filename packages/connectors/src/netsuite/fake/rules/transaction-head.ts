import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { isInClosedPeriod } from '../books/accounting-period.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'

export interface Head {
  vendor: JsonObject
  day: string
  /** The fields that orders and bills settle alike. */
  fields: JsonObject & { subsidiary: JsonObject }
}

/** The vendor brings subsidiary and currency; the day has to lie in an open period. */
export function settleHead(draft: Draft, { counter }: { counter: string }): Head {
  const { record } = draft
  const vendor = vendorOf(draft)
  const dated = settleDay(draft, { counter })
  const fields = {
    ...dated,
    subsidiary: settleSubsidiary(record, vendor),
    ...settleCurrency(draft, vendor),
  }
  return { vendor, day: dated.tranDate, fields }
}

export function settleDay({ company, record, before, at }: Draft, { counter }: { counter: string }) {
  const date = textOf(record.tranDate) ?? at.slice(0, 10)
  for (const day of [date, textOf(before?.tranDate) ?? date]) checkPeriodOpen(company, day)
  return {
    transactionNumber: textOf(before?.transactionNumber) ?? `${counter}${company.nextId('transaction')}`,
    tranDate: date,
    createdDate: textOf(before?.createdDate) ?? at,
  }
}

export function checkPeriodOpen({ settings }: Company, day: string): void {
  if (isInClosedPeriod(day, settings.closedThrough))
    throw refuse.rule('The transaction date you specified is not within an open accounting period.')
}

function vendorOf({ company, record }: Draft): JsonObject {
  if (!isObject(record.entity)) throw refuse.missing(['Vendor'])
  const found = company.find('entity', idOf(record.entity))
  if (found?.type === 'vendor') return found.record
  throw refuse.value({ value: idOf(record.entity), field: 'entity', path: 'entity' })
}

/** One of the vendor's; the rate is the account's own where none is sent. */
function settleCurrency({ company, record }: Draft, vendor: JsonObject): JsonObject {
  const own = isObject(vendor.currency) ? vendor.currency : { id: '1' }
  const sent = isObject(record.currency) ? record.currency : own
  const others = listOf(vendor.currencyList).flatMap(({ currency }) => (isObject(currency) ? [currency] : []))
  if (![own, ...others].some((each) => idOf(each) === idOf(sent)))
    throw refuse.value({ value: idOf(sent), field: 'currency', path: 'currency' })
  const rate = company.find('currency', idOf(sent))?.record.exchangeRate
  return { currency: sent, exchangeRate: record.exchangeRate ?? rate ?? 1 }
}

/** The vendor brings its own; another one is not allowed. */
function settleSubsidiary(record: JsonObject, vendor: JsonObject): JsonObject {
  const own = isObject(vendor.subsidiary) ? vendor.subsidiary : { id: '1' }
  const sent = isObject(record.subsidiary) ? record.subsidiary : own
  if (idOf(sent) === idOf(own)) return own
  throw refuse.value({ value: idOf(sent), field: 'subsidiary', path: 'subsidiary' })
}
