import { itemFields } from '@fieldledger/workflow'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Material } from '../records/catalogue-record.ts'
import { reconcileItem } from './reconcile-item.ts'

const ours = (fields: Partial<Material>): Material => {
  const at = new Date(0)
  return { id: 'a', companyId: 'c', name: 'Stud', archived: false, createdAt: at, updatedAt: at, ...fields }
}
const agreed = { name: 'Stud', price: '1.00' }

test('a price that both sides changed waits for a person; one that only the ledger changed is taken', () => {
  const theirs = { name: 'Stud', price: '2.00' }
  const link = { seen: agreed }
  expect(reconcileItem(ours({ price: '3.00' }), { theirs, link, always: {} })).toEqual({
    take: {},
    send: {},
    conflicts: ['price'],
    seen: agreed,
  })
  expect(reconcileItem(ours({ price: '1.00' }), { theirs, link, always: {} })).toEqual({
    take: { price: '2.00' },
    send: {},
    conflicts: [],
    seen: theirs,
  })
})

test('S2-30 what only we changed is adjusted, unless somebody said that it stays, for now or for always', () => {
  const mine = ours({ price: '3.00' })
  const stay = { take: {}, send: {}, conflicts: [], seen: agreed }
  const take = (more: Partial<Parameters<typeof reconcileItem>[1]>) =>
    reconcileItem(mine, { theirs: agreed, link: { seen: agreed }, always: {}, ...more })
  expect(take({}).take).toEqual({ price: '1.00' })
  expect(take({ link: { seen: agreed, kept: ['price'] } })).toEqual(stay)
  expect(take({ always: { price: 'ours' } })).toEqual(stay)
  const changedAgain = { name: 'Stud', price: '2.00' }
  expect(take({ theirs: changedAgain, link: { seen: agreed, kept: ['price'] } }).conflicts).toEqual(['price'])
  expect(take({ theirs: changedAgain, always: { price: 'theirs' } }).take).toEqual({ price: '2.00' })
})

test('S2-31 the price of what is free of charge is neither taken nor asked about', () => {
  const mine = ours({ price: '0', freeOfCharge: true })
  const merge = reconcileItem(mine, {
    theirs: { name: 'Stud', price: '2.00' },
    link: { seen: agreed },
    always: {},
  })
  expect(merge).toMatchObject({ take: {}, conflicts: [] })
})

test('whatever was typed on both sides since they agreed is never lost: both stand until a person has chosen', () => {
  const value = fc.constantFrom('a', 'b', 'c')
  const side = fc.record(Object.fromEntries(itemFields.map((field) => [field, value])))
  fc.assert(
    fc.property(side, side, side, (seen, here, there) => {
      const merge = reconcileItem(ours(here), {
        theirs: { ...there, name: there.name ?? 'a' },
        link: { seen },
        always: {},
      })
      for (const field of itemFields) {
        const values = new Set([seen[field], here[field], there[field]])
        expect(merge.conflicts.includes(field)).toBe(values.size === 3)
        if (values.size === 3) expect(merge.take[field]).toBeUndefined()
        else expect(merge.take[field] ?? here[field]).toBe(there[field])
      }
    }),
  )
})

test('G-09 of what is kept here ours stands and is sent, whoever changed it; what is empty or free here is not', () => {
  const owned = ['price', 'sku'] as const
  const theirs = { name: 'Stud', price: '2.00', sku: 'S-1', description: 'Theirs' }
  const link = { seen: { name: 'Stud', price: '1.00' } }
  const merge = (mine: Parameters<typeof ours>[0]) =>
    reconcileItem(ours(mine), { theirs, link, always: {}, owned })
  expect(merge({ price: '3.00' })).toEqual({
    take: { sku: 'S-1', description: 'Theirs' },
    send: { price: '3.00' },
    conflicts: [],
    seen: theirs,
  })
  expect(merge({ price: '2.00', sku: 'S-1' }).send).toEqual({})
  expect(merge({ price: '3.00', freeOfCharge: true })).toMatchObject({ send: {} })
})
