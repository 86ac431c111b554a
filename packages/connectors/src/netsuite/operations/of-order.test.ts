import { compareDocuments, type LedgerDocument, orderLinesOf } from '@fieldledger/accounting'
import { type MemoryPorts, memoryPorts, sampleDocument } from '@fieldledger/accounting/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { practiceLedger } from '../practice-ledger.ts'

let ledger: Awaited<ReturnType<typeof practiceLedger<MemoryPorts>>>
let keys = 0
beforeEach(async () => {
  ledger = await practiceLedger(memoryPorts)
})
afterEach(() => ledger.close())

const scope = (requestKey: string) => ({ companyId: 'company', connectionId: 'connection', requestKey })
const create = (input: LedgerDocument, requestKey = `${input.number}-key`) =>
  ledger.driver.run({ operation: 'document.create', input, scope: scope(requestKey) })
const cancel = (kind: 'receipt' | 'bill', id: string) =>
  ledger.driver.run({
    operation: 'document.cancel',
    input: { kind, reference: { id }, how: 'delete' },
    scope: scope('cancel'),
  })

/** An order there, and a document of its lines: of each what `quantities` says, by our line ids. */
async function ordered(kind: 'purchase-order' | 'service-order') {
  keys += 1
  const order = sampleDocument({ kind, number: `PO-${keys}`, ...ledger.sample })
  const made = await create(order)
  const links = orderLinesOf({ sent: order, read: made })
  const of = (next: 'receipt' | 'bill', quantities: Record<string, string>): LedgerDocument => {
    const lines = order.lines.flatMap((line) => {
      const [there, quantity] = [links.get(line.id), quantities[line.id]]
      if (there === undefined || quantity === undefined) return []
      return [{ ...line, quantity, orderLine: { order: there.order, line: there.line } }]
    })
    const { dueDate, shipTo: _place, ...rest } = order
    const due = next === 'bill' && dueDate !== undefined ? { dueDate } : {}
    return { ...rest, ...due, kind: next, number: `${next}-${keys}`, lines }
  }
  const there = async () => {
    const input = { kind, reference: made.reference }
    await ledger.driver.run({ operation: 'document.get', input, scope: scope('') })
    return Object(ledger.ports.seen.entries.findLast(({ step }) => step === 'get')?.answer?.body)
  }
  return { order, of, there, reference: made.reference }
}

test('S0-17 a receipt of an order says what arrived of each line; what it does not name has not arrived', async () => {
  const { of, there } = await ordered('purchase-order')
  const receipt = of('receipt', { l1: '3' })
  const made = await create(receipt)
  expect(compareDocuments(receipt, made)).toEqual([])
  expect(made.lines).toMatchObject([{ kind: 'item', quantity: '3' }])
  expect((await there()).item.items).toMatchObject([{ quantity: 8, quantityReceived: 3 }])
  expect(await create({ ...receipt }, `${receipt.number}-key`)).toMatchObject({
    reference: { id: made.reference.id },
  })
  expect(await ledger.bed.records('itemReceipt')).toHaveLength(1)
})

test('S0-17 a receipt of a service order marks its amounts as received, whichever line comes first', async () => {
  const { of } = await ordered('service-order')
  const receipt = of('receipt', { l1: '1', l2: '1' })
  const turned = { ...receipt, lines: receipt.lines.toReversed() }
  const made = await create(turned)
  expect(compareDocuments(turned, made)).toEqual([])
  expect(made.lines.map(({ kind }) => kind)).toEqual(['expense', 'expense'])
})

test('a receipt whose answer was lost is found by its external id and made once; cancelled it opens the order again', async () => {
  const { of, there } = await ordered('purchase-order')
  const receipt = of('receipt', { l1: '8' })
  await ledger.failNext(['reset-after'], 'writes')
  await expect(create(receipt)).rejects.toMatchObject({ outcomeUnknown: true })
  const { reference } = await create(receipt)
  expect(await ledger.bed.records('itemReceipt')).toHaveLength(1)
  const changed = ledger.driver.run({
    operation: 'document.update',
    input: { document: { ...receipt, memo: 'later' }, reference },
    scope: scope('change'),
  })
  await expect(changed).rejects.toMatchObject({ code: 'document-in-use' })
  expect(await cancel('receipt', reference.id)).toMatchObject({ status: 'removed' })
  expect((await there()).item.items).toMatchObject([{ quantityReceived: 0 }])
})

test('a receipt is of one order, which must be there', async () => {
  const { of, reference } = await ordered('purchase-order')
  const receipt = of('receipt', { l1: '1' })
  const [line] = receipt.lines
  if (line === undefined) expect.unreachable('the receipt has a line')
  const other = { ...line, orderLine: { order: '999', line: '1' } }
  await expect(create({ ...receipt, lines: [line, other] })).rejects.toMatchObject({ code: 'not-allowed' })
  await ledger.removeDocument(reference.id)
  await expect(create(receipt)).rejects.toMatchObject({ code: 'document-removed' })
})

test('S0-18 a bill made from a service order is linked to it line by line: received and billed it is done there', async () => {
  const { of, there } = await ordered('service-order')
  await create(of('receipt', { l1: '1', l2: '1' }))
  expect((await there()).orderStatus.id).toBe('F')
  const { reference } = await create(of('bill', { l1: '1', l2: '1' }))
  expect((await there()).orderStatus.id).toBe('G')
  expect(await cancel('bill', reference.id)).toMatchObject({ status: 'removed' })
  expect((await there()).orderStatus.id).toBe('F')
})
