import { expect, test } from 'vitest'
import { byHand } from './definition.ts'

const form = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: false, digits: 4 },
  fields: [],
} as const
const scope = { form: { ...form, fields: [] }, connections: [], outletsConnected: [] }
const initial = byHand.initial({ formType: 'purchase-order' })

test('it says which forms may be chosen, and refuses to take none', () => {
  expect(byHand.summary(initial, scope)).toBe('For chosen pending or in-revision or approved forms')
  expect(byHand.problems(initial, scope)).toEqual([])
  expect(byHand.problems({ ...initial, filter: { statuses: [] } }, scope)).toEqual([
    expect.objectContaining({ code: 'no-status', place: 'filter.statuses' }),
  ])
})
