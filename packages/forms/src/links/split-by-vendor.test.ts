import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormContent } from '../form/form.ts'
import type { MaterialRow } from '../submission/values.ts'
import { splitByVendor } from './split-by-vendor.ts'

const columns = { unit: false, tax: false, costCode: false, account: false, vendor: true }
const content: FormContent = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: false, digits: 4 },
  fields: [
    {
      ...{ kind: 'choose', id: 'f_vendor', label: 'Vendor', limit: 1 },
      source: { from: 'catalogue', catalogue: 'vendors' },
    },
    { kind: 'material-table', id: 'f_lines1', label: 'Materials', columns },
    { kind: 'material-table', id: 'f_lines2', label: 'Hire', columns },
    { kind: 'text', id: 'f_memo01', label: 'Memo' },
  ],
}
const rows = (vendor: fc.Arbitrary<string | undefined>) =>
  fc.array(
    vendor.map((vendorId) => ({
      ...{ id: '', description: 'Pipe', quantity: '1' },
      ...(vendorId === undefined ? {} : { vendorId }),
    })),
    { maxLength: 30 },
  )
const vendorIds = ['a', 'b', 'c', 'd'] as const
const numbered = (of: MaterialRow[], prefix: string) =>
  of.map((row, position) => ({ ...row, id: `${prefix}${position}` }))

test('G-02 every line stands in exactly one part, the one of its vendor, and whatever else is filled in stands in all', () => {
  const anyone = fc.option(fc.constantFrom(...vendorIds), { nil: undefined })
  fc.assert(
    fc.property(rows(fc.constantFrom(...vendorIds)), rows(anyone), (sent, beside) => {
      const [first, second] = [numbered(sent, 's'), numbered(beside, 'b')]
      const values = { f_lines1: first, f_lines2: second, f_memo01: 'Pier 7' }
      const parts = splitByVendor({ content, values, table: 'f_lines1' })
      const named = [...new Set(sent.map(({ vendorId }) => vendorId))]
      expect(parts.map(({ vendorId }) => vendorId)).toEqual(named.length < 2 ? [] : named)
      if (parts.length === 0) return
      const idsOf = (table: 'f_lines1' | 'f_lines2') =>
        parts.flatMap((part) => (part.values[table] as MaterialRow[]).map(({ id }) => id)).sort()
      expect(idsOf('f_lines1')).toEqual(first.map(({ id }) => id).sort())
      expect(idsOf('f_lines2')).toEqual(second.map(({ id }) => id).sort())
      for (const part of parts) {
        expect(part.values).toMatchObject({ f_vendor: [part.vendorId], f_memo01: 'Pier 7' })
        const own = part.values.f_lines1 as MaterialRow[]
        expect(own.every(({ vendorId }) => vendorId === part.vendorId)).toBe(true)
      }
    }),
  )
})

test('G-02 lines of which one names no vendor are not split', () => {
  const sent = ['a', 'b', undefined].map((vendorId, position) => ({
    ...{ id: `r${position}`, description: 'Pipe', quantity: '1' },
    ...(vendorId === undefined ? {} : { vendorId }),
  }))
  expect(splitByVendor({ content, values: { f_lines1: sent }, table: 'f_lines1' })).toEqual([])
})
