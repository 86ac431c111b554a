import type { LedgerDriver, RemoteItem } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { searchLedger } from './search-ledger.ts'

const scope = companyScope('c1')

/** Ten thousand items, a hundred in each answer; searched there by what is in the name, letter for letter. */
function largeLedger() {
  const asked: (string | undefined)[] = []
  const items = Array.from(
    { length: 10_000 },
    (_, at): RemoteItem => ({
      reference: { id: String(at) },
      name: at === 9_999 ? 'Tür, Eiche' : `Bolt ${at}`,
      sku: `SKU${at}`,
      active: true,
      kind: 'non-inventory',
    }),
  )
  const run = async ({ input }: { input: { cursor?: string; matching?: string } }) => {
    asked.push(input.matching)
    const from = Number(input.cursor ?? 0)
    const found = items.filter(({ name }) => name.toLowerCase().includes(input.matching?.toLowerCase() ?? ''))
    const next = from + 100 < found.length ? { next: String(from + 100) } : {}
    return { rows: found.slice(from, from + 100), ...next }
  }
  const ports = {
    connections: { find: async () => ({ active: true, target: { id: 'x1', companyId: 'c1' } }) },
    driverFor: () => ({ run }) as unknown as LedgerDriver,
  } as unknown as Pick<CataloguePorts, 'connections' | 'driverFor'>
  const search = async (text: string, list: 'item.list' | 'account.list' = 'item.list') => {
    const rows = await searchLedger(ports, { scope, connectionId: 'x1', list, text })
    return rows.map(({ name }) => name)
  }
  return { asked, search }
}

test('of ten thousand items one request finds what is typed: the ledger searches, by the longest word', async () => {
  const ledger = largeLedger()
  expect(await ledger.search('bo 1234')).toEqual(['Bolt 1234'])
  expect(ledger.asked).toEqual(['1234'])
})

test('an account to link with is looked for by the ledger too, not in its whole list', async () => {
  const ledger = largeLedger()
  expect(await ledger.search('1234', 'account.list')).toEqual(['Bolt 1234'])
  expect(ledger.asked).toEqual(['1234'])
})

test('nothing typed yet: one page is enough to choose from', async () => {
  const ledger = largeLedger()
  expect(await ledger.search('')).toHaveLength(50)
  expect(ledger.asked).toHaveLength(1)
})

test('a SKU, and an accent that was left out, are found although the ledger does not search for them', async () => {
  const ledger = largeLedger()
  expect(await ledger.search('sku4711')).toEqual(['Bolt 4711'])
  expect(await ledger.search('tur')).toEqual(['Tür, Eiche'])
})
