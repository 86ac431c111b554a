import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test } from 'vitest'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { whileOrdering } from './chaos/while-ordering.ts'
import { workersUp } from './chaos/workers-up.ts'

const skewedClock = fileURLToPath(new URL('clock/skewed-clock.mjs', import.meta.url))
const twentyMinutes = 20 * 60_000
/** Others take a worker for dead after four seconds. */
const longerThanLeaseMs = 5500

let scene: FaultScene

beforeAll(async () => {
  scene = await bootForFaults({})
}, 240_000)

afterAll(() => scene?.close())

test('row 13: workers are frozen beyond their lease in the middle of sending and thawed again; every order arrives once', async () => {
  const { stack, database } = scene
  const company = await scene.makeCompany()
  stack.startServer('worker-2')
  await workersUp(stack, { database, names: ['worker', 'worker-2'] })
  await company.ledger.fail({ realm: company.realm, seed: 5, rates: { slow: 0.6 }, slowMs: 400 })
  const orders = await whileOrdering({ company, database, orders: 40, everyMs: 150 }, async () => {
    for (const name of ['worker', 'worker-2', 'worker', 'worker-2'] as const) {
      await pause(600)
      stack.freeze(name)
      await pause(longerThanLeaseMs)
      stack.thaw(name)
    }
  })
  await company.ledger.heal(company.realm)
  await stack.stopServer('worker-2')
  console.log(`4 times frozen for ${longerThanLeaseMs / 1000} s: ${orders} orders, each once`)
})

test('row 11: one worker’s clock is 20 minutes fast and another’s 20 minutes slow; every order arrives once', async () => {
  const { stack, database } = scene
  const company = await scene.makeCompany()
  const skewed = (ms: number) => ({ NODE_OPTIONS: `--import=${skewedClock}`, CLOCK_SKEW_MS: String(ms) })
  await company.ledger.fail({
    realm: company.realm,
    seed: 6,
    rates: { 'reset-after': 0.2, '500': 0.1, late: 0.1 },
    lateMs: 200,
  })
  await stack.restart('worker', skewed(twentyMinutes))
  stack.startServer('worker-2', skewed(-twentyMinutes))
  await workersUp(stack, { database, names: ['worker', 'worker-2'] })
  const orders = await whileOrdering({ company, database, orders: 40, everyMs: 150 }, async () => {
    await pause(3000)
    await stack.kill('worker')
    await pause(3000)
    await stack.kill('worker-2')
  })
  await company.ledger.heal(company.realm)
  await stack.stopServer('worker-2')
  await stack.restart('worker')
  console.log(`clocks 40 minutes apart: ${orders} orders, each once`)
})
