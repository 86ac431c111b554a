import {
  type ItemChanges,
  type NewItem,
  type RemoteAccount,
  type RemoteItem,
  type RemoteMark,
  readDecimal,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import { trackingReference } from './tracking-reference.ts'
import type { Account, Item } from './wire.ts'
import type { TrackingCategory } from './wire-tracking.ts'

/** Lines name their item by its code, so the code is its reference: whoever changes it there breaks the link. */
export function fromItem(item: Item): RemoteItem {
  const { Code, Name, PurchaseDetails = {} } = item
  const account = PurchaseDetails.COGSAccountCode ?? PurchaseDetails.AccountCode
  const name = Name || Code
  return {
    reference: { id: Code, name },
    name,
    sku: Code,
    kind: item.IsTrackedAsInventory ? 'inventory' : 'non-inventory',
    // What is only sold there cannot stand on a purchase.
    active: item.IsPurchased !== false,
    ...present({
      description: item.PurchaseDescription ?? item.Description,
      purchaseCost:
        PurchaseDetails.UnitPrice === undefined ? undefined : readDecimal(String(PurchaseDetails.UnitPrice)),
      expenseAccount: account === undefined ? undefined : { id: account },
    }),
  }
}

/** An item is counted when it names an inventory asset account and one for the cost of goods sold. */
export function toItem(item: NewItem, code: string) {
  const { kind, description, expenseAccount, incomeAccount, assetAccount } = item
  const isCounted = kind === 'inventory'
  return {
    Code: code,
    Name: item.name.trim(),
    IsPurchased: true,
    IsSold: incomeAccount !== undefined,
    ...present({
      PurchaseDescription: description || undefined,
      InventoryAssetAccountCode: isCounted ? assetAccount?.id : undefined,
      SalesDetails: incomeAccount === undefined ? undefined : { AccountCode: incomeAccount.id },
    }),
    PurchaseDetails: present({
      UnitPrice: item.purchaseCost === undefined ? undefined : Number(item.purchaseCost),
      AccountCode: isCounted ? undefined : expenseAccount?.id,
      COGSAccountCode: isCounted ? expenseAccount?.id : undefined,
    }),
  }
}

/** What is changed, under the code that it keeps. */
export function toItemChanges(
  { name, description, purchaseCost }: ItemChanges,
  { ItemID, Code, PurchaseDetails = {} }: Item,
): object {
  return {
    ItemID,
    Code,
    ...present({ Name: name?.trim(), PurchaseDescription: description }),
    ...(purchaseCost === undefined
      ? {}
      : { PurchaseDetails: { ...PurchaseDetails, UnitPrice: Number(purchaseCost) } }),
  }
}

const roleByType: Readonly<Record<string, RemoteAccount['role']>> = {
  EXPENSE: 'expense',
  OVERHEADS: 'expense',
  DIRECTCOSTS: 'cost-of-goods-sold',
  REVENUE: 'income',
  SALES: 'income',
  OTHERINCOME: 'income',
  INVENTORY: 'inventory-asset',
}

/**
 * Lines name their account by its code: one without it, a bank's and those that Xero keeps itself cannot stand on one.
 * The creditors' account is kept by Xero too, and is told, since bills end on it.
 */
export function fromAccount({ Code, Name, Type, Status, SystemAccount }: Account): RemoteAccount[] {
  const isPayable = SystemAccount === 'CREDITORS'
  if (!Code || Type === 'BANK' || (SystemAccount && !isPayable)) return []
  return [
    {
      reference: { id: Code, name: Name },
      name: Name,
      number: Code,
      role: isPayable ? 'payable' : (roleByType[Type ?? ''] ?? 'other'),
      active: (Status ?? 'ACTIVE') === 'ACTIVE',
    },
  ]
}

/** Two categories may have an option of one name, so an option is called by both names. */
export function fromTracking(category: TrackingCategory): RemoteMark[] {
  const isActive = (status: string | undefined) => (status ?? 'ACTIVE') === 'ACTIVE'
  return (category.Options ?? []).map(({ TrackingOptionID, Name, Status }) => ({
    id: trackingReference({ category: category.TrackingCategoryID, option: TrackingOptionID }),
    name: [category.Name, Name].filter(Boolean).join(': '),
    active: isActive(category.Status) && isActive(Status),
    list: category.TrackingCategoryID,
  }))
}
