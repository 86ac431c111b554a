import { expect, test } from 'vitest'
import { onEvent } from './definition.ts'

const form = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: false, digits: 4 },
  fields: [],
} as const
const scope = { form: { ...form, fields: [] }, connections: [], outletsConnected: [] }
const initial = onEvent.initial({ formType: 'purchase-order' })

test('it says by what it starts', () => {
  expect(onEvent.summary(initial, scope)).toBe('When a form is approved')
  const labelled = { ...initial, events: ['in-ledger' as const, 'label-changed' as const], label: 'Hot' }
  expect(onEvent.summary(labelled, scope)).toBe('When a form is in the ledger, verified or labelled "Hot"')
  expect(onEvent.summary({ ...initial, paused: true }, scope)).toBe('Paused')
  expect(onEvent.problems(labelled, scope)).toEqual([])
})

test('without an event nothing would start it, and a label without its event is not looked at', () => {
  expect(onEvent.problems({ ...initial, events: [], label: 'Hot' }, scope)).toEqual([
    expect.objectContaining({ code: 'no-event', severity: 'error', place: 'events' }),
    expect.objectContaining({ code: 'label-not-heard', severity: 'warning', place: 'label' }),
  ])
})
