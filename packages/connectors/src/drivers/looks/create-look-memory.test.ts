import { type CallScope, type LedgerDriver, LedgerUnavailable } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { createLookMemory } from './create-look-memory.ts'

/** A ledger that counts how often it is asked, and is down when told so. */
function counting() {
  const ledger = { asked: 0, down: false }
  const driver = {
    run: async () => {
      ledger.asked += 1
      if (ledger.down) throw new LedgerUnavailable('It is down: wait.')
      return [{ id: `c${ledger.asked}`, name: 'Harbour', active: true }]
    },
  } as LedgerDriver
  return { ledger, driver }
}

function remembering() {
  let now = 1
  const { ledger, driver } = counting()
  const remembers = createLookMemory({ keepMs: 10_000, monotonic: () => now })(driver)
  const find = (scope: Partial<CallScope> = {}, name = 'Harbour') =>
    remembers.run({
      operation: 'customer.find',
      input: { name },
      scope: { companyId: 'company-1', connectionId: 'connection-1', look: true, ...scope },
    })
  const pass = (ms: number) => {
    now += ms
  }
  return { ledger, find, pass }
}

test('looks at the same moment and soon after share one request, and the next one after ten seconds asks again', async () => {
  const { ledger, find, pass } = remembering()
  const [first, second] = await Promise.all([find(), find()])
  pass(9999)
  expect(await find()).toEqual(first)
  expect(second).toEqual(first)
  expect(ledger.asked).toBe(1)
  pass(2)
  expect(await find()).toEqual([{ id: 'c2', name: 'Harbour', active: true }])
})

test('another question, another connection and another company are asked by themselves', async () => {
  const { ledger, find } = remembering()
  await find()
  await find({}, 'Quay')
  await find({ connectionId: 'connection-2' })
  await find({ companyId: 'company-2' })
  expect(ledger.asked).toBe(4)
})

test('what is no look goes to the ledger each time', async () => {
  const { ledger, find } = remembering()
  await find()
  await find({ look: false })
  await find({ look: false })
  expect(ledger.asked).toBe(3)
})

test('an answer that failed is no answer for the next look', async () => {
  const { ledger, find } = remembering()
  ledger.down = true
  await expect(find()).rejects.toThrow('It is down')
  ledger.down = false
  expect(await find()).toHaveLength(1)
  expect(ledger.asked).toBe(2)
})
