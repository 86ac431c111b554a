import type { ConnectionSummary } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { type WebhookConfig, webhook } from './definition.ts'

const form = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: false, digits: 4 },
  fields: [],
} as const
const initial = webhook.initial({ formType: 'purchase-order' })
const scope = { form: { ...form, fields: [] }, connections: [] as ConnectionSummary[], outletsConnected: [] }

function codes(change: Partial<WebhookConfig>) {
  return webhook.problems({ ...initial, ...change }, scope).map(({ code, place }) => [code, place])
}

test('as it is placed it has no problem', () => {
  expect(codes({})).toEqual([])
})

test('a place that no message has, values without a name or of one name, and a filter that takes nothing are refused', () => {
  expect(codes({ form: 'number' })).toEqual([['no-pointer', 'form']])
  expect(codes({ values: [{ name: ' ', pointer: '/a' }] })).toEqual([['no-name', 'values']])
  expect(codes({ values: [{ name: 'date', pointer: '' }] })).toEqual([['no-pointer', 'values']])
  expect(
    codes({
      values: [
        { name: 'date', pointer: '/a' },
        { name: 'date', pointer: '/b' },
      ],
    }),
  ).toEqual([['name-twice', 'values']])
  expect(codes({ filter: { statuses: [] } })).toEqual([['no-status', 'filter.statuses']])
})

test('the card says where the message names the form, and which forms it may start', () => {
  expect(webhook.summary(initial, scope)).toBe(
    '/number names one of the pending or in-revision or approved forms',
  )
  expect(webhook.summary({ ...initial, paused: true }, scope)).toBe('Paused')
})
