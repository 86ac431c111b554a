import { memoryPorts } from '@fieldledger/accounting/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { practiceLedger as openNetSuite } from '../../../packages/connectors/src/netsuite/practice-ledger.ts'
import { practiceLedger as openQuickBooks } from '../../../packages/connectors/src/quickbooks-online/practice-ledger.ts'
import { practiceLedger as openXero } from '../../../packages/connectors/src/xero/practice-ledger.ts'

const all = [
  { name: 'QuickBooks', open: openQuickBooks, searchesItems: true, page: 1000 },
  // Its items come all at once, whatever their number.
  { name: 'Xero', open: openXero, searchesItems: false, page: Number.POSITIVE_INFINITY },
  { name: 'NetSuite', open: openNetSuite, searchesItems: true, page: 1000 },
] as const

const scope = { companyId: 'c1', connectionId: 'x1' }

describe.each(all)('the lists of $name', async ({ name, open, searchesItems, page: itemPage }) => {
  const ledger = await open(memoryPorts)
  afterAll(() => ledger.close())
  const list = async (operation: 'vendor.list' | 'item.list', matching?: string) => {
    const input = matching === undefined ? {} : { matching }
    return (await ledger.driver.run({ operation, input, scope })).rows.map(({ name }) => name)
  }

  test('vendors are searched there: a part of the name finds them, letter case apart, and nothing else is sent', async () => {
    const everyone = await list('vendor.list')
    const [some = ''] = everyone
    const part = some.split(' ')[0]?.slice(1).toUpperCase() ?? ''
    const found = await list('vendor.list', part)
    expect(found).toContain(some)
    expect(found.length).toBeLessThan(everyone.length)
  })

  test('signs that mean something in a query are only text', async () => {
    for (const hostile of ["' or 1=1", '%', '_', '\\', '")||true||("'])
      expect(await list('vendor.list', `${hostile}nobody is called so`), hostile).toEqual([])
    const [brien = ''] = (await list('vendor.list')).filter((name) => name.includes("'"))
    expect(await list('vendor.list', brien.slice(0, 4))).toContain(brien)
  })

  test('items are searched there too, or come in one answer', async () => {
    const everything = await list('item.list')
    const [some = ''] = everything
    const found = await list('item.list', some.slice(1, 4))
    expect(found).toContain(some)
    if (searchesItems) expect(found.length).toBeLessThan(everything.length)
    else expect(found).toEqual(everything)
  })

  test('long lists are read with no more requests than the page sizes require', async () => {
    const { json } = await ledger.bed.control(`/realms/${ledger.companyId}/crowd`, {
      vendors: 2100,
      items: 3050,
    })
    const { vendors, items } = json
    const read = async (operation: 'vendor.list' | 'item.list' | 'account.list') => {
      const before = ledger.ports.seen.takenFrom.length
      const ids = new Set<string>()
      let cursor: string | undefined
      do {
        const input = cursor === undefined ? {} : { cursor }
        const page = await ledger.driver.run({ operation, input, scope })
        for (const { reference } of page.rows) ids.add(reference.id)
        cursor = page.next
      } while (cursor !== undefined)
      return { rows: ids.size, requests: ledger.ports.seen.takenFrom.length - before }
    }
    const [ofVendors, ofItems, ofAccounts] = [
      await read('vendor.list'),
      await read('item.list'),
      await read('account.list'),
    ]
    expect(ofVendors.rows).toBeGreaterThan(2100)
    expect(ofItems.rows).toBeGreaterThan(3050)
    const least = Math.ceil(Number(vendors) / 1000) + Math.max(1, Math.ceil(Number(items) / itemPage)) + 1
    const used = ofVendors.requests + ofItems.requests + ofAccounts.requests
    process.stdout.write(`${name}: ${used} requests used of ${least} that its pages require\n`)
    expect(used).toBe(least)
  })
})
