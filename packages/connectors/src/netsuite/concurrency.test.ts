import { LedgerError } from '@fieldledger/accounting'
import { memoryPorts, sampleDocument } from '@fieldledger/accounting/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceLedger } from './practice-ledger.ts'

let ledger: Awaited<ReturnType<typeof practiceLedger<ReturnType<typeof memoryPorts>>>>
beforeAll(async () => {
  ledger = await practiceLedger(memoryPorts)
  await ledger.bed.control('/limits', { enabled: true, concurrent: 2 })
})
afterAll(() => ledger.close())

const numbers = Array.from({ length: 8 }, (_, index) => `PO-AT-ONCE-${index}`)

const sent = (number: string) =>
  ledger.driver.run({
    operation: 'document.create',
    input: sampleDocument({ number, ...ledger.sample }),
    scope: { companyId: 'company', connectionId: 'connection', requestKey: `key-${number}` },
  })

test('of orders sent at once beyond the places there, each is refused or unknown, and the same keys bring each once', async () => {
  const first = await Promise.allSettled(numbers.map(sent))
  const errors = first.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(errors.length).toBeGreaterThan(0)
  for (const error of errors) {
    expect(error).toBeInstanceOf(LedgerError)
    expect(error.costsNoAttempt || error.outcomeUnknown).toBe(true)
  }
  expect(ledger.ports.seen.closedForMs).toContain(5000)
  for (const number of numbers) expect(await sent(number)).toMatchObject({ number, status: 'open' })
  for (const number of numbers) expect(await ledger.countDocuments(number)).toBe(1)
})
