import type { RemoteAccount, RemoteItem, RemoteParty } from '@fieldledger/accounting'
import type { LedgerRow } from '../ledger/read-ledger-list.ts'
import { fieldsOf } from '../vendors/vendor-fields.ts'
import type { ImportList, RemoteRow } from './remote-row.ts'

/** Ids of the ledger → ours, for what an item names. */
export interface NamedByItems {
  accounts: ReadonlyMap<string, string>
  vendors: ReadonlyMap<string, string>
}

/** A record of the ledger, translated into what ours would be. */
export function toRemoteRow(
  list: ImportList,
  { found, named }: { found: LedgerRow; named: NamedByItems },
): RemoteRow {
  if (list === 'vendors') return vendorRow(found as RemoteParty)
  return list === 'accounts' ? accountRow(found as RemoteAccount) : itemRow(found as RemoteItem, named)
}

function vendorRow(party: RemoteParty): RemoteRow {
  const { reference, name, active, currency, paymentTerms } = party
  return {
    remote: { id: reference.id, name },
    name,
    active,
    ...optional({ currency }),
    input: { ...fieldsOf(party), name, ...optional({ currency, paymentTerms }) },
  }
}

/** The price of a material is what it costs to buy, never what it sells for (G-10). */
function itemRow(item: RemoteItem, ours: NamedByItems): RemoteRow {
  const { reference, name, active, sku, description, purchaseCost: price } = item
  const accountId = item.expenseAccount && ours.accounts.get(item.expenseAccount.id)
  const vendorId = item.preferredVendor && ours.vendors.get(item.preferredVendor.id)
  return {
    remote: { id: reference.id, name },
    name,
    active,
    ...(item.kind === 'other' ? { notBought: true as const } : {}),
    input: { name, ...optional({ sku, description, price, vendorId, accountId }) },
  }
}

function accountRow({ reference, name, active, number, role }: RemoteAccount): RemoteRow {
  return {
    remote: { id: reference.id, name },
    name,
    active,
    input: { name, role, ...optional({ number }) },
  }
}

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

function optional<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Present<Fields>
}
