import type { OrderedLine } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { orderInputs, pipe, sand } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'
import type { DraftInputs } from './draft-inputs.ts'

const order = {
  vendorId: 'V9',
  lines: new Map<string, OrderedLine>([
    ['r1', { order: '77', line: '1', kind: 'item' }],
    ['r2', { order: '77', line: '2', kind: 'expense' }],
  ]),
}

/** A receipt of an order of pipe and sand, for a ledger that makes receipts out of its orders. */
function receiptInputs(rows: MaterialRow[], changes: Partial<DraftInputs> = { order }): DraftInputs {
  const inputs = orderInputs(rows, changes)
  const { request, connection } = inputs
  const { capabilities } = connection
  const { 'purchase-order': ordered } = capabilities.documents
  if (ordered === undefined) expect.unreachable('the ledger takes orders')
  const receipt = { ...ordered, label: 'Item Receipt', linksOrders: true, ofOrder: true }
  const documents = { ...capabilities.documents, receipt }
  return {
    ...inputs,
    request: { ...request, documentKind: 'receipt' },
    connection: { ...connection, capabilities: { ...capabilities, documents } },
  }
}
const codes = (inputs: DraftInputs) => draftDocument(inputs).problems.map(({ code }) => code)

test('S0-17 a receipt names the lines of the order that arrived, by their ids there, without any price', () => {
  const { unitPrice: _pipe, ...unpriced } = pipe
  const { document, problems } = draftDocument(receiptInputs([{ ...unpriced, quantity: '3' }, sand]))
  expect(problems).toEqual([])
  expect(document?.lines).toMatchObject([
    { kind: 'item', quantity: '3', orderLine: { order: '77', line: '1' } },
    { kind: 'expense', quantity: '2', orderLine: { order: '77', line: '2' } },
  ])
  expect(document?.lines[0]?.orderLine).not.toHaveProperty('kind')
})

test('a line of which nothing arrived is left out; a receipt of nothing is held', () => {
  const { document } = draftDocument(receiptInputs([{ ...pipe, quantity: '0' }, sand]))
  expect(document?.lines.map(({ id }) => id)).toEqual(['r2'])
  expect(codes(receiptInputs([{ ...pipe, quantity: '0' }]))).toEqual(['no-lines'])
})

test('it is held while the order is not there, or is of another vendor, or has no such line', () => {
  expect(codes(receiptInputs([pipe], {}))).toEqual(['order-not-there'])
  expect(codes(receiptInputs([pipe], { order: { ...order, vendorId: 'V1' } }))).toEqual([
    'vendor-not-of-order',
  ])
  expect(codes(receiptInputs([pipe, { ...sand, id: 'r9' }]))).toEqual(['order-line-missing'])
})

test('it leads to its order, which is sent first; a bill says so and is not held, where the order was to go there', () => {
  const madeFrom = { id: 's1', meant: true }
  const [held] = draftDocument(receiptInputs([pipe], { madeFrom })).problems
  expect(held).toMatchObject({ cure: 'send-order', params: { orderId: 's1', connectionId: 'k1' } })

  const bill = (changes: Partial<DraftInputs>) => {
    const inputs = receiptInputs([pipe], changes)
    const { capabilities } = inputs.connection
    const there = { ...Object(capabilities.documents.receipt), label: 'Bill', ofOrder: false }
    const connection = { ...inputs.connection, capabilities: { ...capabilities, documents: { bill: there } } }
    return draftDocument({ ...inputs, connection, request: { ...inputs.request, documentKind: 'bill' } })
  }
  const { problems, document } = bill({ madeFrom })
  expect(problems).toMatchObject([{ code: 'order-not-linked', severity: 'warning', cure: 'send-order' }])
  expect(document).toBeDefined()
  expect(bill({ madeFrom, order }).problems).toEqual([])
  expect(bill({ madeFrom: { id: 's1', meant: false } }).problems).toEqual([])
})
