import type { PracticeConnection } from './connect-practice-ledger.ts'
import type { PracticeSession } from './practice-session.ts'

interface LedgerAccount {
  reference: { id: string }
  name: string
}

const byCostCode: Record<string, string> = {
  '03': 'Job Materials',
  '05': 'Job Materials',
  '06': 'Supplies & Materials',
  '01': 'Small Tools',
}

/** Vendors, items and accounts from the practice ledger, and which account takes a line that names none. */
export async function importPracticeLedger(
  admin: PracticeSession,
  { id }: PracticeConnection,
): Promise<void> {
  await admin.post(`/connections/${id}/import`, { lists: ['vendors', 'items', 'accounts'], apply: true })
  const accounts = await admin.get<{ rows: LedgerAccount[] }>(`/connections/${id}/remote/accounts`)
  const costCodes = await admin.get<{ rows: { id: string; code: string }[] }>('/cost-codes?limit=100')
  const account = (name: string | undefined) => {
    const found = accounts.rows.find((row) => row.name === name)
    return found === undefined ? undefined : { id: found.reference.id, name: found.name }
  }
  const defaultExpenseAccount = account('Job Materials')
  const costCodeAccounts = Object.fromEntries(
    costCodes.rows.flatMap((row) => {
      const found = account(byCostCode[row.code])
      return found === undefined ? [] : [[row.id, found]]
    }),
  )
  await admin.put(`/connections/${id}/settings`, {
    rules: { costCodeAccounts, ...(defaultExpenseAccount === undefined ? {} : { defaultExpenseAccount }) },
  })
}
