import { Decimal } from 'decimal.js'
import { decimalOf } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Draft } from './draft.ts'
import { accountByCode } from './references.ts'

const writable = [
  'Name',
  'Description',
  'PurchaseDescription',
  'InventoryAssetAccountCode',
  'IsSold',
  'IsPurchased',
]

export function settleItemCard(draft: Draft): JsonObject {
  const { tenant, input, before, problems } = draft
  const sent = Object.fromEntries(
    writable.flatMap((name) => (name in input ? [[name, input[name] ?? '']] : [])),
  )
  const code = textOf(input.Code) ?? textOf(before?.Code) ?? ''
  if (code === '') problems.push('Item Code is required')
  const taken = tenant.findBy('Item', { property: 'Code', value: code })
  if (code !== '' && taken.some(({ ItemID }) => ItemID !== before?.ItemID))
    problems.push(`Price List Item with Code '${code}' already exists`)
  const item: JsonObject = {
    IsSold: true,
    IsPurchased: true,
    ...before,
    ...sent,
    Code: code,
    Name: textOf(input.Name) ?? textOf(before?.Name) ?? code,
    PurchaseDetails: settleDetails(draft, 'PurchaseDetails'),
    SalesDetails: settleDetails(draft, 'SalesDetails'),
  }
  const stock = textOf(item.InventoryAssetAccountCode)
  const isTracked = stock !== undefined && stock !== ''
  if (isTracked && accountByCode(tenant, stock)?.Type !== 'INVENTORY')
    problems.push('The inventory asset account must be an account of type INVENTORY')
  if (item.IsPurchased === false) Object.assign(item, { PurchaseDescription: '', PurchaseDetails: {} })
  if (item.IsSold === false) Object.assign(item, { Description: '', SalesDetails: {} })
  return {
    ...item,
    IsTrackedAsInventory: isTracked,
    ...(isTracked && { QuantityOnHand: item.QuantityOnHand ?? 0, TotalCostPool: item.TotalCostPool ?? 0 }),
  }
}

function settleDetails(draft: Draft, property: 'PurchaseDetails' | 'SalesDetails'): JsonObject {
  const { tenant, input, before, problems, unitPlaces } = draft
  const kept = isObject(before?.[property]) ? before[property] : {}
  const sent = isObject(input[property]) ? input[property] : {}
  const details: JsonObject = { ...kept, ...sent }
  for (const name of ['AccountCode', 'COGSAccountCode']) {
    const code = textOf(sent[name])
    if (code && accountByCode(tenant, code)?.Status !== 'ACTIVE')
      problems.push(`${property}.${name} '${code}' is not a valid account code`)
  }
  const tax = textOf(sent.TaxType)
  if (tax && !tenant.find('TaxRate', tax))
    problems.push(`The TaxType code ${tax} does not exist or cannot be used for this type of transaction.`)
  const price = decimalOf(details.UnitPrice)
  return price
    ? { ...details, UnitPrice: price.toDecimalPlaces(unitPlaces, Decimal.ROUND_HALF_UP).toNumber() }
    : details
}
