import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconcileVendor, type TwoSides } from './reconcile-vendor.ts'
import { type VendorFields, vendorFields } from './vendor-fields.ts'

const usual = { unseen: 'theirs', always: undefined, lacks: [], nameTaken: false } as const
const reconcile = (ours: VendorFields, sides: Pick<TwoSides, 'theirs' | 'seen'> & Partial<TwoSides>) =>
  reconcileVendor(ours, { ...usual, ...sides })

test('S2-02 what was changed there since it was agreed is taken, what we changed goes there', () => {
  const seen = { name: 'Cascade', phone: '1', city: 'Kent' }
  const ours = { ...seen, phone: '2' }
  expect(reconcile(ours, { theirs: { ...seen, city: 'Renton' }, seen })).toEqual({
    take: { city: 'Renton' },
    there: { name: 'Cascade', phone: '2', city: 'Renton' },
    conflicts: [],
    seen: { name: 'Cascade', phone: '1', city: 'Renton' },
  })
  expect(reconcile(ours, { theirs: { name: 'Cascade', phone: '1' }, seen }).take).toEqual({ city: undefined })
})

test('changed on both sides, each keeps its own until a person or a rule has chosen', () => {
  const seen = { name: 'Cascade', city: 'Kent' }
  const sides = { theirs: { ...seen, city: 'Renton' }, seen }
  const ours = { ...seen, city: 'Auburn' }
  expect(reconcile(ours, sides)).toEqual({
    take: {},
    there: sides.theirs,
    conflicts: ['city'],
    seen,
  })
  expect(reconcile(ours, { ...sides, always: { city: 'theirs' } }).take).toEqual({ city: 'Renton' })
  expect(reconcile(ours, { ...sides, always: { city: 'ours' } }).there.city).toBe('Auburn')
})

test('compared for the first time, one side stands, and what it leaves empty stays the other’s', () => {
  const ours = { name: 'Cascade', phone: '2', city: 'Kent' }
  const sides = { theirs: { name: 'Cascade', phone: '1', region: 'WA' }, seen: undefined }
  expect(reconcile(ours, sides).take).toEqual({ phone: '1', region: 'WA' })
  expect(reconcile(ours, { ...sides, unseen: 'ours' }).there).toEqual({ ...ours, region: 'WA' })
})

test('a name that another one of ours has, or that is too long, is not taken; a field the ledger lacks is ours', () => {
  const seen = { name: 'Cascade' }
  const renamed = (name: string, nameTaken: boolean) =>
    reconcile(seen, { theirs: { name }, seen, nameTaken }).conflicts
  expect(renamed('Puget', true)).toEqual(['name'])
  expect(renamed('x'.repeat(301), false)).toEqual(['name'])
  expect(renamed('x'.repeat(300), false)).toEqual([])
  expect(reconcile({ ...seen, city: 'Kent' }, { theirs: seen, seen, lacks: ['city'] })).toMatchObject({
    take: {},
    conflicts: [],
  })
})

const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined })
const step = fc.record({
  side: fc.constantFrom('ours' as const, 'theirs' as const, 'sync' as const),
  field: fc.constantFrom(...vendorFields.filter((field) => field !== 'name')),
  value,
})

test('no update is ever lost silently: whatever is typed on either side stands on both, or stands as a conflict', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let [ours, theirs, seen]: VendorFields[] = [{ name: 'n' }, { name: 'n' }, { name: 'n' }]
      /** What was typed since both sides agreed on the field last. */
      const typed = {
        ours: new Map<string, string | undefined>(),
        theirs: new Map<string, string | undefined>(),
      }
      for (const { side, field, value: to } of steps) {
        if (side === 'ours') ours = { ...ours, [field]: to }
        else if (side === 'theirs') theirs = { ...theirs, [field]: to }
        if (side !== 'sync') {
          typed[side].set(field, to)
          continue
        }
        const was = { ...(seen as VendorFields) }
        const done = reconcile(ours as VendorFields, { theirs: theirs as VendorFields, seen })
        ours = { ...ours, ...done.take }
        theirs = done.there
        // The ledger has it now: what was sent is what was agreed.
        seen = { ...done.there }
        for (const conflict of done.conflicts) seen[conflict] = was[conflict] as string
        for (const one of vendorFields) {
          const changed = (['ours', 'theirs'] as const).filter(
            (who) => typed[who].has(one) && typed[who].get(one) !== was[one],
          )
          const values = changed.map((who) => typed[who].get(one))
          if (done.conflicts.includes(one)) {
            expect([ours[one], theirs[one]]).toEqual([typed.ours.get(one), typed.theirs.get(one)])
            continue
          }
          if (changed.length > 0)
            for (const stands of [ours[one], theirs[one]]) expect(values).toContain(stands)
          if (changed.length === 2) expect(values[0]).toBe(values[1])
          expect(ours[one]).toBe(theirs[one])
          typed.ours.delete(one)
          typed.theirs.delete(one)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('S2-06 where the ledger keeps one address, it is compared with our first, and our others stay', () => {
  const seen = { name: 'Cascade', email: 'a@x.example' }
  const ours = { ...seen, email: 'a@x.example, b@x.example' }
  const sides = { theirs: seen, seen, oneEmail: true }
  expect(reconcile(ours, sides)).toEqual({ take: {}, there: seen, conflicts: [], seen })
  const there = { ...seen, email: 'c@x.example' }
  expect(reconcile(ours, { ...sides, theirs: there }).take).toEqual({ email: 'c@x.example, b@x.example' })
  expect(reconcile(ours, { ...sides, theirs: { name: 'Cascade' } }).take).toEqual({ email: 'b@x.example' })
  const changed = { ...ours, email: 'd@x.example; b@x.example' }
  expect(reconcile(changed, sides)).toMatchObject({ take: {}, there: { email: 'd@x.example' } })
  expect(reconcile(ours, { ...sides, oneEmail: false }).there.email).toBe('a@x.example, b@x.example')
})

test('what the ledger’s list does not show is neither cleared here nor forgotten', () => {
  const seen = { name: 'Cascade', city: 'Kent' }
  const sides = { theirs: { name: 'Cascade' }, seen, lacks: ['city'] }
  expect(reconcile(seen, sides)).toEqual({ take: {}, there: { name: 'Cascade' }, conflicts: [], seen })
})
