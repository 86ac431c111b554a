import {
  type ItemChanges,
  type NewItem,
  type RemoteAccount,
  type RemoteItem,
  type RemoteMark,
  type RemoteReference,
  type RemoteTerm,
  readDecimal,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import { locationReference } from './tracking-reference.ts'
import { remoteReference } from './translate.ts'
import type { Account, Class, Item, Term } from './wire.ts'

const kindByType: Readonly<Record<string, RemoteItem['kind']>> = {
  Inventory: 'inventory',
  NonInventory: 'non-inventory',
  Service: 'service',
}
const typeByKind = { inventory: 'Inventory', 'non-inventory': 'NonInventory', service: 'Service' } as const

/** Categories and bundles stand in the same list, and neither can stand on a purchase order. */
export function isBuyable(item: Item): boolean {
  return item.Type !== 'Category' && item.Type !== 'Group'
}

export function fromItem(item: Item): RemoteItem {
  const cost = item.PurchaseCost === undefined ? undefined : readDecimal(String(item.PurchaseCost))
  return {
    reference: {
      id: item.Id,
      name: item.FullyQualifiedName?.slice(0, 1000) ?? item.Name,
      revision: item.SyncToken,
    },
    name: nameOf(item),
    kind: kindByType[item.Type ?? ''] ?? 'other',
    active: item.Active !== false,
    ...present({
      sku: item.Sku,
      description: item.PurchaseDesc ?? item.Description,
      purchaseCost: cost,
      expenseAccount: item.ExpenseAccountRef && remoteReference(item.ExpenseAccountRef),
      preferredVendor: item.PrefVendorRef && remoteReference(item.PrefVendorRef),
    }),
  }
}

/** What is made inactive, or is merged into another one, is called "… (deleted)" there from then on. */
function nameOf({ Name, Active }: Item): string {
  return Active === false ? Name.replace(/ \(deleted(?: \d+)?\)$/, '') : Name
}

/** Finance.xsd `Item`: inventory needs TrackQtyOnHand, QtyOnHand, InvStartDate and its three accounts. */
export function toItem(item: NewItem): object {
  const { kind, description, startDate } = item
  return {
    Name: item.name.trim(),
    Type: typeByKind[kind],
    ...present({
      Sku: item.sku || undefined,
      Description: description || undefined,
      PurchaseDesc: description || undefined,
      PurchaseCost: item.purchaseCost === undefined ? undefined : Number(item.purchaseCost),
      ExpenseAccountRef: accountRef(item.expenseAccount),
      IncomeAccountRef: accountRef(item.incomeAccount),
    }),
    ...(kind === 'inventory' && {
      TrackQtyOnHand: true,
      QtyOnHand: 0,
      InvStartDate: startDate,
      ...present({ AssetAccountRef: accountRef(item.assetAccount) }),
    }),
  }
}

/** Only what is changed is sent: the service leaves the rest of a sparse item as it is. */
export function toItemChanges({ name, sku, description, purchaseCost }: ItemChanges): object {
  return present({
    Name: name?.trim(),
    Sku: sku,
    PurchaseDesc: description,
    PurchaseCost: purchaseCost === undefined ? undefined : Number(purchaseCost),
  })
}

function accountRef(account: RemoteReference | undefined): { value: string } | undefined {
  return account === undefined ? undefined : { value: account.id }
}

const roleByType: Readonly<Record<string, RemoteAccount['role']>> = {
  Expense: 'expense',
  'Other Expense': 'expense',
  'Cost of Goods Sold': 'cost-of-goods-sold',
  Income: 'income',
  'Other Income': 'income',
  'Accounts Payable': 'payable',
}

export function fromAccount(account: Account): RemoteAccount {
  const name = account.FullyQualifiedName?.slice(0, 1000) ?? account.Name
  const isStock = account.AccountType === 'Other Current Asset' && account.AccountSubType === 'Inventory'
  return {
    reference: { id: account.Id, name, revision: account.SyncToken },
    name,
    role: isStock ? 'inventory-asset' : (roleByType[account.AccountType ?? ''] ?? 'other'),
    active: account.Active !== false,
    ...present({ number: account.AcctNum }),
  }
}

export function fromClass(record: Class): RemoteMark {
  const name = record.FullyQualifiedName?.slice(0, 1000) ?? record.Name
  const active = record.Active !== false
  return { id: record.Id, name, revision: record.SyncToken, active, list: 'class' }
}

export function fromLocation(record: Class): RemoteMark {
  return { ...fromClass(record), id: locationReference(record.Id), list: 'location' }
}

/** One by a day of the month says too from when on it means the month after: only its name is ours. */
export function fromTerm({ Id, SyncToken, Name = Id, DueDays, Active }: Term): RemoteTerm {
  const counts = DueDays !== undefined && DueDays >= 0 && DueDays <= 3650
  return {
    id: Id,
    name: Name.slice(0, 1000),
    revision: SyncToken,
    active: Active !== false,
    ...(counts ? { paymentTerms: { count: 'days-after-date', days: DueDays } } : {}),
  }
}
