import { expect, test } from 'vitest'
import type { ChooseField } from '../fields/field.ts'
import type { FormContent } from '../form/form.ts'
import { namesSeveralVendors } from './several-vendors.ts'

const vendor = (id: string): ChooseField => ({
  ...{ kind: 'choose', id, label: 'Vendors', limit: null },
  source: { from: 'catalogue', catalogue: 'vendors' },
})
const numbering = { prefix: 'PO', projectCode: false, year: false, digits: 4 }
const form = (type: FormContent['type'], ...ids: string[]): FormContent => ({
  ...{ name: 'Order', type, numbering },
  fields: ids.map(vendor),
})
const found = (content: FormContent, ...picked: string[]) =>
  namesSeveralVendors(content, { field: { id: 'f_vendor' }, picked })

test('G-02 several picks in the one vendor field of a document are too many; one, or none, is not', () => {
  const order = form('purchase-order', 'f_vendor')
  expect([found(order), found(order, 'a'), found(order, 'a', 'b')]).toEqual([false, false, true])
})

test('G-02 a form that becomes no document, or asks for vendors twice, may name several', () => {
  expect(found(form('custom', 'f_vendor'), 'a', 'b')).toBe(false)
  expect(found(form('purchase-order', 'f_vendor', 'f_others'), 'a', 'b')).toBe(false)
})
