import type { RemoteAccount, RemoteItem, RemoteParty } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Ledger } from '../ledger/find-ledger.ts'
import { readLedgerList } from '../ledger/read-ledger-list.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { fieldsOf } from '../vendors/vendor-fields.ts'
import type { ImportList, RemoteRow } from './remote-row.ts'

/** The ledger's list, translated into what our records would be. */
export async function readRemoteRows(
  ports: CataloguePorts,
  from: { scope: CompanyScope; ledger: Ledger; list: ImportList },
): Promise<RemoteRow[]> {
  const { target, key } = from.ledger
  const driver = ports.driverFor(target)
  if (from.list === 'vendors')
    return (await readLedgerList(driver, { list: 'vendor.list', target })).map(vendorRow)
  if (from.list === 'accounts')
    return (await readLedgerList(driver, { list: 'account.list', target })).map(accountRow)
  const oursOf = async (kind: 'account' | 'vendor') => {
    const links = await ports.links.ofLedger(from.scope, { ledger: key, kind })
    return new Map(links.map((link) => [link.remote.id, link.ourId]))
  }
  const known = { accounts: await oursOf('account'), vendors: await oursOf('vendor') }
  const items = await readLedgerList(driver, { list: 'item.list', target })
  return items.map((item) => itemRow(item, known))
}

function vendorRow(party: RemoteParty): RemoteRow {
  const { reference, name, active, currency } = party
  return {
    remote: { id: reference.id, name },
    name,
    active,
    ...optional({ currency }),
    input: { ...fieldsOf(party), name, ...optional({ currency }) },
  }
}

/** The price of a material is what it costs to buy, never what it sells for (G-10). */
function itemRow(
  item: RemoteItem,
  ours: { accounts: ReadonlyMap<string, string>; vendors: ReadonlyMap<string, string> },
): RemoteRow {
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
