import { expect, test } from 'vitest'
import { sampleDocument } from '../testing/sample-inputs.ts'
import type { RemoteDocument } from './ledger-document.ts'
import { orderLinesOf } from './order-lines-of.ts'

const sent = sampleDocument({ number: 'PO-1' })
const [item, expense] = sent.lines.map(({ kind, amount }, position) => ({
  id: `r${position + 1}`,
  kind,
  amount,
}))
const read = (lines: RemoteDocument['lines']): RemoteDocument => ({
  reference: { id: '77' },
  kind: 'purchase-order',
  status: 'open',
  net: sent.net,
  lines,
})

test('each line of ours is known by the ledger’s id of it, also where the ledger keeps two lists', () => {
  if (item === undefined || expense === undefined) expect.unreachable('the sample has two lines')
  const expected = new Map([
    ['l1', { order: '77', line: 'r1', kind: 'item' }],
    ['l2', { order: '77', line: 'r2', kind: 'expense' }],
  ])
  expect(orderLinesOf({ sent, read: read([item, expense]) })).toEqual(expected)
  expect(orderLinesOf({ sent, read: read([expense, item]) })).toEqual(expected)
})

test('an order whose lines a person changed there is not linked by guess', () => {
  if (item === undefined || expense === undefined) expect.unreachable('the sample has two lines')
  expect(orderLinesOf({ sent, read: read([item]) }).size).toBe(0)
  expect(orderLinesOf({ sent, read: read([item, { ...item, id: 'r9' }]) }).size).toBe(0)
})
