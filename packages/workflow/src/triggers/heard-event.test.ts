import { expect, test } from 'vitest'
import { heardEvent } from './heard-event.ts'

const hears = { on: 'event', events: ['approved', 'status-changed', 'label-changed'], paused: false } as const
const became = (to: string) => ({ code: 'status-changed', params: { to } }) as const
const labelled = (label: string) => ({ code: 'label-set', params: { label } }) as const

test('a stamp starts a workflow once, by the first of its events that is heard', () => {
  expect(heardEvent(hears, became('approved'))).toBe('approved')
  expect(heardEvent(hears, became('rejected'))).toBe('status-changed')
  expect(heardEvent({ ...hears, events: ['rejected'] }, became('approved'))).toBeUndefined()
  expect(heardEvent(hears, { code: 'sending', params: {} })).toBeUndefined()
  expect(heardEvent({ ...hears, events: ['in-ledger'] }, { code: 'document-created', params: {} })).toBe(
    'in-ledger',
  )
})

test('a label is heard whichever it is, or only the one that was named; paused, nothing is', () => {
  expect(heardEvent(hears, labelled('Hot'))).toBe('label-changed')
  expect(heardEvent({ ...hears, label: 'Hot' }, labelled('Hot'))).toBe('label-changed')
  expect(heardEvent({ ...hears, label: 'Hot' }, labelled('Cold'))).toBeUndefined()
  expect(heardEvent({ ...hears, paused: true }, became('approved'))).toBeUndefined()
})
