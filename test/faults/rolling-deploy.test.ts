import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { slowestPickupMs } from './chaos/slowest-pickup.ts'
import { whileOrdering } from './chaos/while-ordering.ts'
import { workersUp } from './chaos/workers-up.ts'

/** What a deploy may add to the slowest pickup that this machine shows without one. */
const deployMayAddMs = 5000
const everyMs = 300
let scene: FaultScene

beforeAll(async () => {
  scene = await bootForFaults({})
}, 240_000)

afterAll(() => scene?.close())

test('row 19: workers and api are replaced one after the other under load; no order is lost, doubled or left waiting', async () => {
  const { stack, database } = scene
  const company = await scene.makeCompany()
  stack.startServer('worker-2')
  await workersUp(stack, { database, names: ['worker', 'worker-2'] })
  const calm = await scene.makeCompany()
  await whileOrdering({ company: calm, database, orders: 20, everyMs }, async () => undefined)
  const usual = await slowestPickupMs(database, calm.id)
  const orders = await whileOrdering({ company, database, orders: 40, everyMs }, async () => {
    for (const name of ['worker', 'worker-2', 'api', 'worker', 'worker-2'] as const) {
      await stack.restart(name)
      await pause(2500)
    }
  })
  const slowest = await slowestPickupMs(database, company.id)
  console.log(
    `5 servers replaced under load: ${orders} orders, each once, slowest pickup ${slowest} ms, ${usual} ms without`,
  )
  expect(slowest).toBeLessThan(usual + deployMayAddMs)
  await stack.stopServer('worker-2')
})
