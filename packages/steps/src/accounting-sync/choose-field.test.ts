import type { FormContent } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { sampleForm } from '../testing/step-context.ts'
import { chooseField } from './choose-field.ts'

const columns = { unit: false, tax: false, costCode: false, account: false }
const form: FormContent = {
  ...sampleForm,
  fields: [
    { kind: 'material-table', id: 'f_named1', label: 'Materials', columns: { ...columns, vendor: true } },
    { kind: 'material-table', id: 'f_named2', label: 'Hire', columns: { ...columns, vendor: true } },
    { kind: 'material-table', id: 'f_plain1', label: 'Labour', columns },
  ],
}
const choose = (mapping: object, target: 'vendor' | 'materials', fieldId?: string) =>
  chooseField(mapping, { form, target, fieldId })

test('G-02 a vendor out of the lines brings those lines, and goes with them when others are chosen', () => {
  const perVendor = choose({ memo: 'f_memo01' }, 'vendor', 'f_named1')
  expect(perVendor).toEqual({ memo: 'f_memo01', vendor: 'f_named1', materials: 'f_named1' })
  expect(choose(perVendor, 'materials', 'f_named2')).toMatchObject({ vendor: 'f_named2' })
  expect(choose(perVendor, 'materials', 'f_plain1')).toEqual({ memo: 'f_memo01', materials: 'f_plain1' })
  expect(choose(perVendor, 'vendor')).toEqual({ memo: 'f_memo01', materials: 'f_named1' })
  expect(choose({ vendor: 'f_vendor', materials: 'f_plain1' }, 'materials', 'f_named1')).toEqual({
    vendor: 'f_vendor',
    materials: 'f_named1',
  })
})
