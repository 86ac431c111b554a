import { LedgerError } from '@fieldledger/accounting'
import { memoryPorts, sampleDocument } from '@fieldledger/accounting/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceLedger } from '../practice-ledger.ts'

let ledger: Awaited<ReturnType<typeof practiceLedger<ReturnType<typeof memoryPorts>>>>
beforeAll(async () => {
  ledger = await practiceLedger(memoryPorts)
})
afterAll(() => ledger.close())

const set = (settings: { [name: string]: string | boolean }) =>
  ledger.bed.control(`/realms/${ledger.bed.realm}/settings`, settings)
const scope = { companyId: 'company', connectionId: 'connection' }
const check = () => ledger.driver.run({ operation: 'connect.check', input: {}, scope })

async function create(kind: 'purchase-order' | 'bill', number: string) {
  const input = sampleDocument({ kind, can: {}, number, ...ledger.sample })
  const sent = ledger.driver.run({
    operation: 'document.create',
    input,
    scope: { ...scope, requestKey: `key-${number}-${kind}` },
  })
  return sent.catch((error: unknown) => {
    if (error instanceof LedgerError) return error
    throw error
  })
}

test.each(['Simple Start', 'Essentials'])(
  'G-23 the plan %s is told to have no purchase orders before one is refused, and takes bills',
  async (plan) => {
    await set({ plan })
    expect(await check()).toMatchObject({
      documents: { 'purchase-order': false, 'service-order': false, bill: true },
    })
    const refused = await create('purchase-order', `PO-${plan}`)
    expect(refused).toMatchObject({
      code: 'not-allowed',
      outcomeUnknown: false,
      detail: { entry: 'not-in-plan' },
    })
    expect(await create('bill', `B-${plan}`.slice(0, 21))).toMatchObject({ status: 'open' })
    await set({ plan: 'Plus' })
    expect(await check()).toMatchObject({ documents: { 'purchase-order': true } })
  },
)

test('G-23 a subscription that has ended is told by the check, although everything can still be read', async () => {
  expect(await check()).not.toHaveProperty('subscriptionEnded')
  await set({ subscriptionEnded: true })
  expect(await check()).toMatchObject({ subscriptionEnded: true, documents: { bill: true } })
  expect(await create('bill', 'B-ENDED')).toMatchObject({ detail: { entry: 'subscription-ended' } })
  await set({ subscriptionEnded: false })
})

test('G-22 a refusal that comes with status 200 is one all the same, and nothing is there', async () => {
  await create('bill', 'B-TWICE')
  await set({ refusesWith200: true })
  const input = sampleDocument({ kind: 'bill', can: {}, number: 'B-TWICE', ...ledger.sample })
  const again = ledger.driver.run({
    operation: 'document.create',
    input,
    scope: { ...scope, requestKey: 'another-key' },
  })
  await expect(again).rejects.toMatchObject({ code: 'duplicate-number', outcomeUnknown: false })
  expect(ledger.ports.seen.entries.at(-1)?.answer).toMatchObject({ status: 200 })
  expect(await ledger.countDocuments('B-TWICE')).toBe(1)
  await set({ refusesWith200: false })
})
