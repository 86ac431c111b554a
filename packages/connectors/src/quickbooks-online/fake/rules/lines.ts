import type { Decimal } from 'decimal.js'
import { decimalOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'
import type { Draft } from './draft.ts'
import { hasPurchaseTax } from './taxes.ts'

const detailTypes = ['ItemBasedExpenseLineDetail', 'AccountBasedExpenseLineDetail'] as const
type DetailType = (typeof detailTypes)[number]

/** Checks the lines and gives each its id: a known id is kept, any other line is new. */
export function settleLines({ realm, body, before }: Draft): JsonObject[] {
  const sent = listOf(body.Line)
  if (sent.length === 0) throw refuse.missing('Line')
  const known = new Map(listOf(before?.Line).map((line) => [textOf(line.Id) ?? '', line]))
  let last = Math.max(0, ...[...known.keys()].map(Number))
  const given = new Set<string>()
  return sent.map((line, index) => {
    const wanted = textOf(line.Id)
    const isKnown = wanted !== undefined && known.has(wanted) && !given.has(wanted)
    const id = isKnown ? wanted : String(++last)
    given.add(id)
    return { ...settleLine(line, realm), Id: id, LineNum: index + 1, ...keptLinks(known.get(id)) }
  })
}

function keptLinks(line: JsonObject | undefined): JsonObject {
  return line?.LinkedTxn === undefined ? {} : { LinkedTxn: line.LinkedTxn }
}

function settleLine(line: JsonObject, realm: Realm): JsonObject {
  const type = detailTypes.find((each) => each === line.DetailType)
  if (!type)
    throw line.DetailType === undefined
      ? refuse.missing('Line.DetailType')
      : refuse.badProperty('Line.DetailType')
  const detail = isObject(line[type]) ? line[type] : undefined
  if (!detail) throw refuse.missing(`Line.${type}`)
  const amount = decimalOf(line.Amount)
  if (!amount) throw refuse.missing('Line.Amount')
  const settled = type === 'ItemBasedExpenseLineDetail' ? settleItemLine : settleAccountLine
  const common: JsonObject = { DetailType: type, Amount: toCents(amount).toNumber() }
  if (textOf(line.Description)) common.Description = line.Description ?? ''
  if (line.ProjectRef !== undefined) common.ProjectRef = line.ProjectRef
  if (line.LinkedTxn !== undefined) common.LinkedTxn = line.LinkedTxn
  return {
    ...common,
    [type satisfies DetailType]: { BillableStatus: 'NotBillable', ...settled({ detail, amount, realm }) },
  }
}

interface LineParts {
  detail: JsonObject
  amount: Decimal
  realm: Realm
}

function settleItemLine({ detail, amount, realm }: LineParts): JsonObject {
  const id = refId(detail.ItemRef)
  if (id === undefined) throw refuse.missing('Line.ItemBasedExpenseLineDetail.ItemRef')
  const item = realm.find('Item', id)
  if (item?.Type === 'Category')
    throw refuse.businessRule('A category cannot be bought. Choose a product or service.')
  if (item && item.ExpenseAccountRef === undefined) {
    throw refuse.businessRule(
      `The product or service ${textOf(item.Name)} has no expense account, so it cannot be bought.`,
    )
  }
  const quantity = decimalOf(detail.Qty)
  const price = decimalOf(detail.UnitPrice)
  const adds = !quantity || !price || toCents(quantity.times(price)).equals(toCents(amount))
  if (!adds && realm.settings.checkLineAmounts) throw refuse.wrongAmount(amount.toString())
  return {
    ...usualTax(realm),
    ...detail,
    ...(quantity && { Qty: quantity.toNumber() }),
    ...(price && { UnitPrice: price.toNumber() }),
  }
}

function settleAccountLine({ detail, realm }: LineParts): JsonObject {
  const id = refId(detail.AccountRef)
  if (id === undefined) throw refuse.missing('Line.AccountBasedExpenseLineDetail.AccountRef')
  const type = textOf(realm.find('Account', id)?.AccountType)
  if (type === 'Accounts Payable' || type === 'Accounts Receivable') {
    throw refuse.businessRule(
      'A line cannot be posted to an accounts payable or accounts receivable account.',
    )
  }
  return { ...usualTax(realm), ...detail }
}

/** Where there is tax on what is bought no code is usual: each line says its own. */
function usualTax(realm: Realm): JsonObject {
  return hasPurchaseTax(realm) ? {} : { TaxCodeRef: { value: 'NON' } }
}
