import type { RemoteAccount, RemoteReference } from '@fieldledger/accounting'
import type { CompanyScope, MappingRules } from '@fieldledger/workflow'
import { findActiveConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'

const forExpenses: readonly RemoteAccount['role'][] = ['expense', 'cost-of-goods-sold', 'other']

/** Connections → Mapping rules. Accounts are taken from the ledger's own list, never from what was typed. */
export async function saveRules(
  ports: ConnectionPorts,
  what: {
    scope: CompanyScope
    connectionId: string
    rules: MappingRules
    /** The ledger's accounts, read now. */
    accounts: readonly RemoteAccount[]
  },
): Promise<MappingRules> {
  const connection = await findActiveConnection(ports, what)
  const active = new Map(
    what.accounts.filter((account) => account.active).map((account) => [account.reference.id, account]),
  )
  const before = connection.rules
  // What stood there before is not chosen now: one that was archived since would refuse the cure of another.
  const expense = (id: string, saved: RemoteReference | undefined) => {
    const account = active.get(id)
    if (account !== undefined && forExpenses.includes(account.role)) return { id, name: account.name }
    if (saved?.id === id) return saved
    throw new ConnectionRefused('account-unknown')
  }
  const {
    defaultExpenseAccount,
    costCodeAccounts,
    payablesAccount,
    rounding,
    unitPriceDigits,
    subsidiary,
    firstStatus,
    billTax,
    taxCodes,
  } = what.rules
  const payables = payablesAccount === undefined ? undefined : active.get(payablesAccount.id)
  if (payablesAccount !== undefined && payables?.role !== 'payable')
    throw new ConnectionRefused(
      'account-unknown',
      'Choose an account for payables from the list and save again.',
    )
  const rules: MappingRules = {
    costCodeAccounts: Object.fromEntries(
      Object.entries(costCodeAccounts).map(([costCodeId, account]) => [
        costCodeId,
        expense(account.id, savedFor(before, costCodeId)),
      ]),
    ),
    ...(defaultExpenseAccount === undefined
      ? {}
      : { defaultExpenseAccount: expense(defaultExpenseAccount.id, before.defaultExpenseAccount) }),
    ...(payables === undefined
      ? {}
      : { payablesAccount: { id: payables.reference.id, name: payables.name } }),
    ...(subsidiary === undefined ? {} : { subsidiary: known(connection, subsidiary.id) }),
    ...(firstStatus === undefined ? {} : { firstStatus: offered(ports, { connection, firstStatus }) }),
    ...(unitPriceDigits === undefined ? {} : { unitPriceDigits }),
    ...(rounding === undefined
      ? {}
      : { rounding: { ...rounding, account: expense(rounding.account.id, before.rounding?.account) } }),
    ...(taxCodes === undefined ? {} : { taxCodes: taxCodes.map((chosen) => listed(connection, chosen)) }),
    ...(billTax === undefined
      ? {}
      : {
          billTax:
            billTax.as === 'line'
              ? {
                  as: 'line',
                  account: expense(
                    billTax.account.id,
                    before.billTax?.as === 'line' ? before.billTax.account : undefined,
                  ),
                }
              : billTax,
        }),
  }
  await ports.connections.update(what.scope, { id: connection.id, change: { rules } })
  await ports.wake(what.scope, connection.id)
  return rules
}

function savedFor({ costCodeAccounts }: MappingRules, costCodeId: string): RemoteReference | undefined {
  return Object.hasOwn(costCodeAccounts, costCodeId) ? costCodeAccounts[costCodeId] : undefined
}

/** One that the ledger company named itself when it was looked at last. */
function known({ ledger }: ConnectionRecord, id: string): RemoteReference {
  const found = ledger?.subsidiaries?.find((one) => one.id === id)
  if (found !== undefined) return found
  throw new ConnectionRefused('subsidiary-unknown')
}

type ChosenCode = NonNullable<MappingRules['taxCodes']>[number]

/** A code of that rate in the list that was read when the ledger company was looked at last. */
function listed({ ledger, rules }: ConnectionRecord, { rate, code }: ChosenCode): ChosenCode {
  const found = ledger?.taxCodes?.find((one) => one.id === code.id && Number(one.rate) === Number(rate))
  if (found !== undefined) return { rate: found.rate, code: { id: found.id, name: found.name } }
  const saved = rules.taxCodes?.find((one) => one.code.id === code.id && one.rate === rate)
  if (saved !== undefined) return saved
  throw new ConnectionRefused('tax-code-unknown')
}

/** Statuses that this ledger has for these documents. */
function offered(
  ports: ConnectionPorts,
  of: { connection: ConnectionRecord; firstStatus: NonNullable<MappingRules['firstStatus']> },
): NonNullable<MappingRules['firstStatus']> {
  const { connection, firstStatus } = of
  const documents = ports.connectorOf(connection.provider)?.capabilities.documents ?? {}
  for (const [kind, status] of Object.entries(firstStatus)) {
    const there = Object.hasOwn(documents, kind) ? documents[kind]?.firstStatus : undefined
    if (there?.choices.includes(status) !== true) throw new ConnectionRefused('status-not-offered')
  }
  return firstStatus
}
