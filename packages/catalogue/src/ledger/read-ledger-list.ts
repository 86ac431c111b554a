import type {
  ConnectionTarget,
  LedgerDriver,
  Operations,
  RemoteAccount,
  RemoteItem,
  RemoteParty,
  RemoteReference,
} from '@fieldledger/accounting'

export interface LedgerRows {
  'vendor.list': RemoteParty
  'item.list': RemoteItem
  'account.list': RemoteAccount
  'class.list': RemoteReference & { active: boolean }
}
export type LedgerList = keyof LedgerRows
export type LedgerRow<List extends LedgerList = LedgerList> = LedgerRows[List]

/** More pages than any ledger's own limit has: stops a list that never ends. */
const mostPages = 200

/** The whole list as the ledger has it now, inactive ones too. */
export async function readLedgerList<List extends LedgerList>(
  driver: LedgerDriver,
  which: { list: List; target: ConnectionTarget },
): Promise<LedgerRow<List>[]> {
  const rows: LedgerRow<List>[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await driver.run({
      operation: which.list,
      input: (cursor === undefined ? {} : { cursor }) as Operations[List]['in'],
      scope: { companyId: which.target.companyId, connectionId: which.target.id },
    })
    rows.push(...(answer.rows as LedgerRow<List>[]))
    cursor = answer.next
    if (cursor === undefined) break
  }
  return rows
}
