import type {
  ConnectionTarget,
  LedgerDriver,
  Operations,
  RemoteAccount,
  RemoteItem,
  RemoteMark,
  RemoteParty,
} from '@fieldledger/accounting'

export interface LedgerRows {
  'vendor.list': RemoteParty
  'item.list': RemoteItem
  'account.list': RemoteAccount
  'class.list': RemoteMark
}
export type LedgerList = keyof LedgerRows
export type LedgerRow<List extends LedgerList = LedgerList> = LedgerRows[List]

/** More pages than any ledger's own limit has: stops a list that never ends. */
const mostPages = 200

/** The list as the ledger has it now, inactive ones too: the whole of it, or what has a text in its name, or until it is enough. */
export async function readLedgerList<List extends LedgerList>(
  driver: LedgerDriver,
  which: {
    list: List
    target: ConnectionTarget
    matching?: string | undefined
    /** Told of each page: true = no further one is needed. */
    isEnough?: (page: readonly LedgerRow<List>[]) => boolean
  },
): Promise<LedgerRow<List>[]> {
  const matching = which.matching === undefined ? {} : { matching: which.matching }
  const rows: LedgerRow<List>[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await driver.run({
      operation: which.list,
      input: { ...(cursor === undefined ? {} : { cursor }), ...matching } as Operations[List]['in'],
      scope: { companyId: which.target.companyId, connectionId: which.target.id },
    })
    rows.push(...(answer.rows as LedgerRow<List>[]))
    cursor = answer.next
    const enough = which.isEnough?.(answer.rows as LedgerRow<List>[]) ?? false
    if (cursor === undefined || enough) break
  }
  return rows
}
