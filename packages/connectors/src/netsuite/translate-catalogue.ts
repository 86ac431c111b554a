import {
  type ItemChanges,
  type NewItem,
  type RemoteAccount,
  type RemoteEmployee,
  type RemoteItem,
  type RemoteMark,
  type RemoteReference,
  type RemoteTerm,
  readDecimal,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import { type MarkList, markReference } from './mark-reference.ts'
import { cellText, isYes } from './row.ts'
import type { AccountRow, CustomerRow, ItemRow, NamedRow } from './wire.ts'
import type { EmployeeRow } from './wire-employee.ts'
import type { TermRow } from './wire-term.ts'

const kindByType: Readonly<Record<string, RemoteItem['kind']>> = {
  InvtPart: 'inventory',
  Assembly: 'inventory',
  NonInvtPart: 'non-inventory',
  Service: 'service',
}

/** The item's name/number is unique there: our SKU beside a display name, else our name, and its code is the UPC. */
export function fromItem(row: ItemRow): RemoteItem {
  const id = String(row.id)
  const number = cellText(row.itemid) ?? id
  const name = cellText(row.displayname) ?? number
  const sku = number === name ? (cellText(row.upccode) ?? number) : number
  const cost = cellText(row.cost)
  const account = cellText(row.expenseaccount)
  return {
    reference: { id, name },
    name,
    sku,
    kind: kindByType[cellText(row.itemtype) ?? ''] ?? 'other',
    // What is only sold there cannot stand on a purchase.
    active: !isYes(row.isinactive) && row.subtype !== 'Sale',
    ...present({
      description: cellText(row.purchasedescription),
      purchaseCost: cost === undefined ? undefined : readDecimal(cost),
      expenseAccount: account === undefined ? undefined : { id: account },
    }),
  }
}

/** The record type is the item's kind: each has an address of its own. */
export const itemRecords: Readonly<Record<NewItem['kind'], string>> = {
  'non-inventory': 'nonInventoryPurchaseItem',
  service: 'servicePurchaseItem',
  inventory: 'inventoryItem',
}

export function toItem(item: NewItem, subsidiary: string | undefined) {
  const { kind, description, purchaseCost, expenseAccount, incomeAccount, assetAccount } = item
  const isCounted = kind === 'inventory'
  const name = item.name.trim()
  return {
    itemId: item.sku?.trim() || name,
    displayName: name,
    ...present({
      purchaseDescription: description || undefined,
      cost: purchaseCost === undefined ? undefined : Number(purchaseCost),
      expenseAccount: isCounted ? undefined : idOnly(expenseAccount),
      cogsAccount: isCounted ? idOnly(expenseAccount) : undefined,
      assetAccount: isCounted ? idOnly(assetAccount) : undefined,
      incomeAccount: isCounted ? idOnly(incomeAccount) : undefined,
      subsidiary: subsidiary === undefined ? undefined : { items: [{ id: subsidiary }] },
      includeChildren: subsidiary === undefined ? undefined : true,
    }),
  }
}

const recordsByType: Readonly<Record<string, string>> = {
  'NonInvtPart Purchase': 'nonInventoryPurchaseItem',
  'NonInvtPart Resale': 'nonInventoryResaleItem',
  'Service Purchase': 'servicePurchaseItem',
  'Service Resale': 'serviceResaleItem',
  'OthCharge Purchase': 'otherChargePurchaseItem',
  InvtPart: 'inventoryItem',
  Assembly: 'assemblyItem',
}

/** The address of an item that is there follows from its type, and for what is not counted from its use. */
export function recordOfItem({ itemtype, subtype }: ItemRow): string | undefined {
  const type = cellText(itemtype) ?? ''
  return recordsByType[type] ?? recordsByType[`${type} ${cellText(subtype) ?? ''}`]
}

export function toItemChanges({ name, description, purchaseCost }: ItemChanges): object {
  return present({
    displayName: name?.trim(),
    purchaseDescription: description,
    cost: purchaseCost === undefined ? undefined : Number(purchaseCost),
  })
}

function idOnly(reference: RemoteReference | undefined): { id: string } | undefined {
  return reference === undefined ? undefined : { id: reference.id }
}

const roleByType: Readonly<Record<string, RemoteAccount['role']>> = {
  Expense: 'expense',
  OthExpense: 'expense',
  COGS: 'cost-of-goods-sold',
  Income: 'income',
  OthIncome: 'income',
  AcctPay: 'payable',
  // Stock has no account type of its own there.
  OthCurrAsset: 'inventory-asset',
}

/** A summary account only adds up its children: nothing can be posted to it. */
export function fromAccount(row: AccountRow): RemoteAccount {
  const id = String(row.id)
  const number = cellText(row.acctnumber)
  const name = cellText(row.displaynamewithhierarchy) ?? number ?? id
  return {
    reference: { id, name },
    name,
    ...present({ number }),
    role: roleByType[cellText(row.accttype) ?? ''] ?? 'other',
    active: !isYes(row.isinactive) && !isYes(row.issummary),
  }
}

export function fromCustomer(row: CustomerRow): RemoteReference & { active: boolean } {
  const id = String(row.id)
  const name = cellText(row.companyname) ?? cellText(row.entityid) ?? id
  return { id, name, active: !isYes(row.isinactive) }
}

/** “East : Site”: below two parents there may be two of one name. */
export function fromMark(row: NamedRow, list: MarkList): RemoteMark {
  const id = String(row.id)
  const name = cellText(row.fullname) ?? cellText(row.name) ?? id
  return {
    id: markReference({ list, id }),
    name,
    active: !isYes(row.isinactive),
    list,
  }
}

export function fromEmployee(row: EmployeeRow): RemoteEmployee {
  const id = String(row.id)
  const parts = [cellText(row.firstname), cellText(row.lastname)]
  const fullName = parts.filter((part) => part !== undefined).join(' ')
  return {
    id,
    name: cellText(row.entityid) ?? (fullName || id),
    active: !isYes(row.isinactive),
    ...present({ fullName: fullName || undefined }),
  }
}

/** One by a day of the month says too from when on it means the month after: only its name is ours. */
export function fromTerm(row: TermRow): RemoteTerm {
  const id = String(row.id)
  const text = cellText(row.daysuntilnetdue)
  const days = text === undefined ? Number.NaN : Number(text)
  const counts = !isYes(row.datedriven) && Number.isInteger(days) && days >= 0 && days <= 3650
  return {
    id,
    name: cellText(row.name) ?? id,
    active: !isYes(row.isinactive),
    ...(counts ? { paymentTerms: { count: 'days-after-date', days } } : {}),
  }
}
