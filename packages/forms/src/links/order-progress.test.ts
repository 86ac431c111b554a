import { expect, test } from 'vitest'
import type { DocumentStatus } from '../submission/document-status.ts'
import { isFullyBilled, type LinkedForm, orderProgress, remainingLines } from './order-progress.ts'

const rows = (...quantities: string[]) =>
  quantities.map((quantity, position) => ({ id: `r${position + 1}`, description: 'Pipe', quantity }))
const order = { type: 'purchase-order' as const, values: { f_lines01: rows('10', '0.3') } }
const linked = (
  type: LinkedForm['type'],
  quantities: string[],
  status: DocumentStatus = 'approved',
): LinkedForm => ({ type, status, values: { f_other01: rows(...quantities), f_memo001: ['a', 'b'] } })

test('received and billed are counted per line, exactly, and what came over is below zero', () => {
  const forms = [linked('receipt', ['4', '0.1']), linked('receipt', ['7', '0.2']), linked('bill', ['4'])]
  expect(orderProgress(order, forms)).toMatchObject([
    { rowId: 'r1', ordered: '10', received: '11', billed: '4', toReceive: '-1', toBill: '6' },
    { rowId: 'r2', ordered: '0.3', received: '0.3', billed: '0', toReceive: '0', toBill: '0.3' },
  ])
})

test('forms that were rejected, cancelled or never submitted do not count', () => {
  const forms = (['rejected', 'cancelled', 'draft'] as const).map((status) =>
    linked('receipt', ['4'], status),
  )
  expect(orderProgress(order, forms)[0]).toMatchObject({ received: '0', toReceive: '10' })
})

test('a new receipt takes over what remains, a bill what was not billed; complete lines are left out', () => {
  const forms = [linked('receipt', ['4', '0.3'])]
  expect(remainingLines(order, { type: 'receipt', linked: forms })).toEqual([
    { id: 'r1', description: 'Pipe', quantity: '6' },
  ])
  expect(remainingLines(order, { type: 'bill', linked: forms }).map(({ quantity }) => quantity)).toEqual([
    '10',
    '0.3',
  ])
})

test('what is taken over is priced by its own quantity', () => {
  const priced = { ...rows('10')[0], unitPrice: '0.125', amount: { minor: 125, currency: 'USD' } }
  const values = { f_lines01: [priced] } as typeof order.values
  const [line] = remainingLines({ ...order, values }, { type: 'bill', linked: [linked('bill', ['4'])] })
  expect(line).toMatchObject({ quantity: '6', amount: { minor: 75, currency: 'USD' } })
})

test('a service order is received as a purchase order is, and nothing is received for a receipt', () => {
  expect(orderProgress({ ...order, type: 'service-order' }, [])[0]).toHaveProperty('toReceive')
  expect(orderProgress({ ...order, type: 'receipt' }, [])[0]).not.toHaveProperty('toReceive')
})

test('an order is fully billed with its last line, and one without lines never', () => {
  expect(isFullyBilled(orderProgress(order, [linked('bill', ['10', '0.2'])]))).toBe(false)
  expect(isFullyBilled(orderProgress(order, [linked('bill', ['12', '0.3'])]))).toBe(true)
  expect(isFullyBilled([])).toBe(false)
})
