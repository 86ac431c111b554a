import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'
import type { Draft, Settled } from './draft.ts'
import { settleNamed } from './list-rules.ts'

const creatable = ['Inventory', 'NonInventory', 'Service', 'Category']

interface AccountNeed {
  property: 'IncomeAccountRef' | 'ExpenseAccountRef' | 'AssetAccountRef'
  types: readonly string[]
}

const income: AccountNeed = { property: 'IncomeAccountRef', types: ['Income', 'Other Income'] }
const expense: AccountNeed = {
  property: 'ExpenseAccountRef',
  types: ['Expense', 'Other Expense', 'Cost of Goods Sold'],
}
const costOfGoods: AccountNeed = { property: 'ExpenseAccountRef', types: ['Cost of Goods Sold'] }
const stock: AccountNeed = { property: 'AssetAccountRef', types: ['Other Current Asset'] }

export function settleItem(draft: Draft): Settled {
  const { body, before } = draft
  const type = textOf(body.Type)
  if (type === undefined) throw refuse.missing('Type')
  if (!creatable.includes(type)) throw refuse.unsupported(`create ${type}`)
  if (before && textOf(before.Type) !== type)
    throw refuse.businessRule('The type of a product or service cannot be changed.')
  if (type === 'Inventory') checkInventory(draft)
  else if (type !== 'Category') checkBoughtOrSold(draft)
  return { body: { ...settleNamed(draft), Type: type, TrackQtyOnHand: type === 'Inventory' } }
}

function checkInventory({ realm, body }: Draft): void {
  if (body.TrackQtyOnHand !== true) throw refuse.missing('TrackQtyOnHand')
  for (const property of ['QtyOnHand', 'InvStartDate']) {
    if (body[property] === undefined) throw refuse.missing(property)
  }
  for (const need of [stock, income, costOfGoods]) {
    if (body[need.property] === undefined) throw refuse.missing(need.property)
    checkAccount({ realm, body, need })
  }
}

function checkBoughtOrSold({ realm, body }: Draft): void {
  if (body.TrackQtyOnHand === true)
    throw refuse.businessRule('Only inventory products track a quantity on hand.')
  if (body.IncomeAccountRef === undefined && body.ExpenseAccountRef === undefined)
    throw refuse.missing('ExpenseAccountRef')
  for (const need of [income, expense]) checkAccount({ realm, body, need })
}

function checkAccount({
  realm,
  body,
  need,
}: {
  realm: Draft['realm']
  body: JsonObject
  need: AccountNeed
}): void {
  const id = refId(body[need.property])
  const account = id === undefined ? undefined : realm.find('Account', id)
  if (account && !need.types.includes(textOf(account.AccountType) ?? ''))
    throw refuse.wrongAccountType(need.property)
}
