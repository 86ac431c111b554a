import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderRequest } from '../support/purchase-order.ts'
import { bootForFaults, type FaultScene, faultFolder } from './chaos/boot-for-faults.ts'
import { openOffice } from './chaos/open-office.ts'
import { submitOrder } from './chaos/order-stories.ts'
import { slowestPickupMs } from './chaos/slowest-pickup.ts'
import { whileOrdering } from './chaos/while-ordering.ts'
import { type ReplicaSet, startReplicaSet } from './database/replica-set.ts'

const notWritablePrimary = 10_107
const outOfDiskSpace = 14_031
const cappedPositionLost = 136
/** What is asked, and what a machine that does much else is forgiven. */
const longestPickupMs = 5000 + 3000
const writes = ['insert', 'update', 'findAndModify', 'commitTransaction']

let folder: string
let set: ReplicaSet
let scene: FaultScene

beforeAll(async () => {
  folder = await faultFolder()
  set = await startReplicaSet(folder)
  scene = await bootForFaults({ folder, mongoUrl: set.url })
}, 240_000)

afterAll(async () => {
  await scene?.close()
  await set?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('row 3: primaries are killed, stepped down and frozen under load, and every order arrives once', async () => {
  const orders = await whileOrdering(
    { company: await scene.makeCompany(), database: set.client.db(), orders: 30 },
    async () => {
      for (let round = 0; round < 3; round += 1) {
        await set.killPrimary()
        await pause(1500)
        await set.stepDownPrimary()
        await pause(1500)
      }
      await set.freezePrimary(8000)
    },
  )
  console.log(`3 primaries killed, 3 stepped down, 1 frozen for 8 s: ${orders} orders, each once`)
})

test('row 4: every kind of write is refused by the database now and then, and every order arrives once', async () => {
  const orders = await whileOrdering(
    { company: await scene.makeCompany(), database: set.client.db(), orders: 60 },
    async () => {
      for (let round = 0; round < 4; round += 1)
        for (const command of writes) {
          await set.failCommands({ commands: [command], times: 2, errorCode: notWritablePrimary })
          await pause(400)
        }
    },
  )
  console.log(`${4 * writes.length} times two writes refused: ${orders} orders, each once`)
})

test('row 5: while the disk is full a submit is told so, and the same submit succeeds once there is room', async () => {
  const office = await openOffice(await scene.makeCompany(), set.client.db())
  const { formId, formVersion, vendorId, materialId } = office
  const request = orderRequest({ formVersion, vendorId, materialId, quantity: 9001, memo: 'Full' })
  await set.failCommands({ commands: writes, times: 100_000, errorCode: outOfDiskSpace })
  const refused = await office.field.call('POST', `/forms/${formId}/submissions`, request)
  await set.heal()
  expect(refused.status).toBe(503)
  expect(refused.body).toMatchObject({ code: 'database-full', retryable: true })
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  const { status } = await office.field.call('POST', `/forms/${formId}/submissions`, request)
  expect(status).toBe(201)
  await submitOrder(office, 9002)
})

test('row 5: workers wait while the disk is full, end nothing, and every order arrives once when there is room', async () => {
  const { stack } = scene
  const before = stack.pidOf('worker')
  const orders = await whileOrdering(
    { company: await scene.makeCompany(), database: set.client.db(), orders: 12 },
    async () => {
      await pause(1000)
      await set.failCommands({ commands: writes, times: 100_000, errorCode: outOfDiskSpace })
      await pause(3000)
      await set.heal()
    },
  )
  console.log(`the disk full for 3 s: ${orders} orders, each once`)
  expect(stack.pidOf('worker')).toBe(before)
})

test('row 20: bells are overwritten before they are heard, or gone with their collection; work is taken up within five seconds, and every order arrives once', async () => {
  const company = await scene.makeCompany()
  let failed = 0
  const orders = await whileOrdering({ company, database: set.client.db(), orders: 12 }, async () => {
    for (let round = 0; round < 12 && failed < 6; round += 1) {
      const before = await set.heal()
      await set.failCommands({ commands: ['getMore'], times: 4, errorCode: cappedPositionLost })
      await pause(1500)
      await set.client.db().collection('bells').drop()
      await pause(200)
      failed += Math.max(0, (await set.heal()) - before)
    }
  })
  const slowest = await slowestPickupMs(set.client.db(), company.id)
  console.log(
    `bells lost ${failed} times: ${orders} orders, each once, the slowest pickup took ${slowest} ms`,
  )
  expect(failed).toBeGreaterThanOrEqual(6)
  expect(slowest).toBeLessThan(longestPickupMs)
})
