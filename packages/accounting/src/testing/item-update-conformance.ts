import { expect } from 'vitest'
import type { ConformanceOptions } from './connector-conformance.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/** Items that are changed from here. */
export function itemUpdateConformance(options: ConformanceOptions): void {
  const { run, ledger, failure } = withLedger(options)

  const { update: itemFields = [] } = options.connector.capabilities.items
  testWhenAble(
    {
      title: 'G-09 an item changed here has the changed fields there, and all others as before',
      able: itemFields.length > 0,
      flag: 'items.update',
    },
    async () => {
      const { expense: expenseAccount } = ledger().sample
      const made = await run(
        'item.create',
        {
          name: 'Owned here',
          sku: 'OWN-1',
          description: 'As it was',
          kind: 'non-inventory',
          purchaseCost: '1.25',
          expenseAccount,
          startDate: '2026-11-02',
        },
        { requestKey: 'item-owned' },
      )
      const { reference } = made
      const of = { name: 'Owned & named', sku: 'OWN-2', description: 'By us', purchaseCost: '2.5' }
      const own = (field: string) => itemFields.includes(field === 'purchaseCost' ? 'price' : field)
      const all = Object.fromEntries(Object.entries(of).filter(([field]) => own(field)))
      const priced = await run('item.update', { reference, changes: { purchaseCost: '3' } })
      expect({ ...priced, reference: {} }).toEqual({ ...made, purchaseCost: '3', reference: {} })
      const changed = await run('item.update', { reference: priced.reference, changes: all })
      expect(changed).toMatchObject({
        ...all,
        active: true,
        kind: made.kind,
        expenseAccount: made.expenseAccount,
      })
      expect(await run('item.get', { reference: changed.reference })).toEqual(changed)
      const { revision } = priced.reference
      if (revision === undefined) return
      const stale = { reference, changes: all, ifRevision: revision }
      expect(await failure(run('item.update', stale))).toMatchObject({ code: 'stale-revision' })
    },
  )
}
