import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { RecordType } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'
import { checkNameFree } from './names.ts'

const labels: Readonly<Record<string, string>> = {
  expenseAccount: 'Expense Account',
  incomeAccount: 'Income Account',
  cogsAccount: 'COGS Account',
  assetAccount: 'Asset Account',
}

function accountsNeeded(type: RecordType): string[] {
  if (type === 'inventoryItem') return ['cogsAccount', 'assetAccount']
  return type.includes('Resale') ? ['expenseAccount', 'incomeAccount'] : ['expenseAccount']
}

export function settleItem(draft: Draft): JsonObject {
  const { company, type, record } = draft
  const name = textOf(record.itemId) ?? ''
  const hasSubsidiary = Array.isArray(record.subsidiary) && record.subsidiary.length > 0
  const missing = [
    ...(name === '' ? ['Item Name/Number'] : []),
    ...(company.settings.oneWorld && !hasSubsidiary ? ['Subsidiary'] : []),
    ...accountsNeeded(type)
      .filter((field) => record[field] === undefined)
      .map((field) => labels[field] ?? field),
  ]
  if (missing.length > 0) throw refuse.missing(missing)
  checkNameFree(draft, {
    name,
    sentence: 'Uniqueness error - An item with the same name already exists.',
  })
  const stock = type === 'inventoryItem' && { quantityOnHand: record.quantityOnHand ?? 0 }
  return { ...record, itemId: name, includeChildren: record.includeChildren === true, ...stock }
}
