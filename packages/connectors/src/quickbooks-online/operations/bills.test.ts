import { type LedgerDocument, orderLinesOf } from '@fieldledger/accounting'
import { memoryPorts, sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { practiceLedger } from '../practice-ledger.ts'

test('a bill whose lines name the order’s lines closes the order there, and deleting it opens the order again', async () => {
  const ledger = await practiceLedger(memoryPorts)
  try {
    const scope = (requestKey: string) => ({ companyId: 'company', connectionId: 'connection', requestKey })
    const create = (input: LedgerDocument) =>
      ledger.driver.run({ operation: 'document.create', input, scope: scope(input.number) })
    const order = sampleDocument({ number: 'PO-7', ...ledger.sample })
    const made = await create(order)
    const stateOfOrder = async () => {
      const input = { kind: 'purchase-order' as const, reference: made.reference }
      return (await ledger.driver.run({ operation: 'document.get', input, scope: scope('') }))?.status
    }
    const links = orderLinesOf({ sent: order, read: made })
    expect(links.size).toBe(2)
    const bill = sampleDocument({ kind: 'bill', can: {}, number: 'BILL-7', ...ledger.sample })
    const lines = bill.lines.map((line) => {
      const orderLine = links.get(line.id)
      return orderLine === undefined ? line : { ...line, orderLine }
    })
    const { reference } = await create({ ...bill, lines })
    expect(await stateOfOrder()).toBe('closed')
    await ledger.driver.run({
      operation: 'document.cancel',
      input: { kind: 'bill', reference, how: 'delete' },
      scope: scope('cancel'),
    })
    expect(await stateOfOrder()).toBe('open')
  } finally {
    await ledger.close()
  }
})

test('the bill that was sent last is found among more than a hundred of its number: several vendors may give the same', async () => {
  const ledger = await practiceLedger(memoryPorts)
  try {
    const scope = (requestKey: string) => ({ companyId: 'company', connectionId: 'connection', requestKey })
    const rent = sampleDocument({ kind: 'bill', can: {}, number: 'RENT', ...ledger.sample })
    const create = (of: Partial<LedgerDocument>, requestKey: string) =>
      ledger.driver.run({ operation: 'document.create', input: { ...rent, ...of }, scope: scope(requestKey) })
    for (let before = 0; before < 100; before += 1) {
      const input = { name: `Landlord ${before}` }
      const vendor = { operation: 'vendor.create', input, scope: scope(`vendor-${before}`) } as const
      await create({ party: (await ledger.driver.run(vendor)).reference }, `before-${before}`)
    }
    const { reference } = await create({}, 'last')
    const { kind, number, party, net, date } = rent
    const input = { kind, number, party, net, date }
    const found = await ledger.driver.run({ operation: 'document.find', input, scope: scope('') })
    expect(found.map((one) => one.reference.id)).toEqual([reference.id])
  } finally {
    await ledger.close()
  }
})
