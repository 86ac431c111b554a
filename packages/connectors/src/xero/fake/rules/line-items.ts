import { randomUUID } from 'node:crypto'
import { Decimal } from 'decimal.js'
import { decimalOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Draft } from './draft.ts'
import { settleAccount } from './line-account.ts'
import { settleTax } from './line-tax.ts'
import { settleTracking } from './line-tracking.ts'

interface LineRules {
  /** A document that is posted must be whole; a draft may lack much. */
  isPosted: boolean
  amountsAre: string
}

/** With its id a line is changed, without it is new, and a line left out of a list that was sent is gone. */
export function settleLines(draft: Draft, rules: LineRules): JsonObject[] {
  const known = new Map(listOf(draft.before?.LineItems).map((line) => [textOf(line.LineItemID) ?? '', line]))
  if (draft.input.LineItems === undefined) return [...known.values()]
  return listOf(draft.input.LineItems).map((sent) => {
    const id = textOf(sent.LineItemID)?.toLowerCase() ?? ''
    const before = known.get(id)
    known.delete(id)
    return settleLine(draft, {
      rules,
      sent: before ? changed(before, sent) : sent,
      id: before ? id : randomUUID(),
    })
  })
}

/** Amounts that were calculated are calculated again. */
function changed(before: JsonObject, sent: JsonObject): JsonObject {
  const { LineAmount: _amount, TaxAmount: _tax, ...kept } = before
  return { ...kept, ...sent }
}

interface Line {
  rules: LineRules
  sent: JsonObject
  id: string
}

function settleLine(draft: Draft, { rules, sent, id }: Line): JsonObject {
  const item = settleItem(draft, sent)
  const bought = isObject(item?.PurchaseDetails) ? item.PurchaseDetails : {}
  const description = textOf(sent.Description) ?? textOf(item?.PurchaseDescription)
  const account = settleAccount(draft, { sent, fallback: bought.AccountCode, ...rules })
  if (!description && (rules.isPosted || !item)) draft.problems.push('Description must be provided')
  const amounts = settleAmounts(draft, { sent, price: bought.UnitPrice })
  const tax = settleTax(draft, {
    sent,
    account,
    fallback: bought.TaxType,
    lineAmount: amounts.lineAmount,
    amountsAre: rules.amountsAre,
  })
  return {
    ...(item && {
      ItemCode: textOf(item.Code) ?? '',
      Item: { ItemID: item.ItemID ?? '', Name: item.Name ?? '', Code: item.Code ?? '' },
    }),
    ...(description && { Description: description }),
    UnitAmount: amounts.unitAmount.toNumber(),
    ...tax,
    LineAmount: amounts.lineAmount.toNumber(),
    ...(account && { AccountCode: account.Code ?? '', AccountID: account.AccountID ?? '' }),
    Tracking: settleTracking(draft, listOf(sent.Tracking)),
    Quantity: amounts.quantity.toNumber(),
    LineItemID: id,
  }
}

function settleItem({ tenant, problems }: Draft, sent: JsonObject): JsonObject | undefined {
  const code = textOf(sent.ItemCode)
  if (!code) return undefined
  const [item] = tenant.findBy('Item', { property: 'Code', value: code })
  if (!item) problems.push(`Item code '${code}' is not valid`)
  else if (item.IsPurchased === false) problems.push(`Item code '${code}' is not available for purchases`)
  return item
}

/** Whichever of quantity, unit amount and line amount is left out follows from the others. */
function settleAmounts(
  { problems, unitPlaces }: Draft,
  { sent, price }: { sent: JsonObject; price: JsonObject[string] | undefined },
) {
  const given = decimalOf(sent.LineAmount)
  const quantity = (
    decimalOf(sent.Quantity) ??
    (given || sent.UnitAmount !== undefined || price !== undefined ? new Decimal(1) : new Decimal(0))
  ).toDecimalPlaces(4, Decimal.ROUND_HALF_UP)
  const implied = given && !quantity.isZero() ? given.dividedBy(quantity) : undefined
  const amount = decimalOf(sent.UnitAmount) ?? implied ?? decimalOf(price) ?? new Decimal(0)
  const unitAmount = amount.toDecimalPlaces(unitPlaces, Decimal.ROUND_HALF_UP)
  const expected = toCents(quantity.times(unitAmount))
  const isImplied = sent.UnitAmount === undefined && given !== undefined
  if (given && !isImplied && !toCents(given).equals(expected))
    problems.push(
      `The line total ${given.toFixed(2)} does not match the expected line total ${expected.toFixed(2)}`,
    )
  return { quantity, unitAmount, lineAmount: given && isImplied ? toCents(given) : expected }
}
