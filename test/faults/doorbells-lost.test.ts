import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fivePureSteps } from '../support/graphs.ts'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { openOffice } from './chaos/open-office.ts'
import { submitOrder } from './chaos/order-stories.ts'
import { slowestPickupMs } from './chaos/slowest-pickup.ts'

const patch = fileURLToPath(new URL('patches/deaf-workers.patch', import.meta.url))
const longestMs = 5000
let scene: FaultScene

beforeAll(async () => {
  scene = await bootForFaults({ patch })
}, 240_000)

afterAll(() => scene?.close())

test('row 20: every doorbell is lost, and work is taken up within five seconds all the same', async () => {
  const { database } = scene
  const company = await scene.makeCompany(fivePureSteps)
  const office = await openOffice(company, database)
  for (let order = 1; order <= 12; order += 1) {
    await submitOrder(office, order)
    await pause(900)
  }
  const slowest = await slowestPickupMs(database, company.id)
  console.log(`no doorbell rings: the slowest pickup took ${slowest} ms`)
  expect(slowest).toBeLessThan(longestMs)
})
