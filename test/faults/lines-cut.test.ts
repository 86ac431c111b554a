import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendAtOnce } from '../support/graphs.ts'
import { makeSendingCompany, type SendingCompany } from '../support/make-company.ts'
import { until } from '../support/until.ts'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { submitMany } from './chaos/submit-many.ts'
import { whileOrdering } from './chaos/while-ordering.ts'
import { workersUp } from './chaos/workers-up.ts'
import { openLine, type UnreliableLine } from './lines/unreliable-line.ts'

let scene: FaultScene
const lines: UnreliableLine[] = []

beforeAll(async () => {
  scene = await bootForFaults({})
}, 240_000)

afterAll(async () => {
  for (const line of lines) await line.close()
  await scene?.close()
})

async function lineTo(url: string): Promise<UnreliableLine> {
  const line = await openLine({ port: Number(new URL(url).port) })
  lines.push(line)
  return line
}

/** Another company's orders, to another ledger, while nothing comes back from the first one. */
async function othersGoOn(company: SendingCompany): Promise<void> {
  const orders = await submitMany(company, 2)
  const effects = scene.database.collection('effects')
  const verified = { submissionId: { $in: orders }, 'confirmation.verified': 'verified' }
  await until({ what: 'another ledger got its orders meanwhile', withinMs: 20_000 }, async () => {
    return (await effects.countDocuments(verified)) === orders.length
  })
}

test('rows 6 and 7: the line between worker and ledger breaks inside requests and answers, hangs and crawls; every order arrives once', async () => {
  const { stack, database } = scene
  const company = await scene.makeCompany()
  const beside = await makeSendingCompany({ stack, graph: sendAtOnce, provider: 'xero' })
  const line = await lineTo(stack.sandboxUrl)
  const ledger = `http://127.0.0.1:${line.port}/${company.connection.provider}`
  await stack.restart('worker', { FIELDLEDGER_QUICKBOOKS_ONLINE_PRACTICE_BASE_URL: ledger })
  await workersUp(stack, { database, names: ['worker'] })
  const orders = await whileOrdering({ company, database, orders: 40 }, async () => {
    for (const bytes of [1, 40, 300, 900]) {
      line.cutAfter({ of: 'request', bytes, times: 2 })
      line.cutAfter({ of: 'answer', bytes, times: 2 })
      line.cut()
      await pause(1500)
    }
    line.throttle(60)
    await pause(2000)
    line.throttle(undefined)
    line.set('hang')
    await pause(2000)
    await othersGoOn(beside)
    line.set('pass')
    line.set('deaf')
    await pause(1500)
    line.set('pass')
  })
  expect(line.cuts()).toBeGreaterThan(8)
  console.log(`line to the ledger cut ${line.cuts()} times: ${orders} orders, each once`)
  await stack.restart('worker')
})

test('row 6: the line between a worker and the database is cut, and hangs longer than its lease; another worker goes on, and every order arrives once', async () => {
  const { stack, database } = scene
  const company = await scene.makeCompany()
  const address = new URL(stack.mongoUrl)
  const line = await lineTo(stack.mongoUrl)
  address.port = String(line.port)
  await stack.restart('worker', { FIELDLEDGER_MONGODB_URL: address.toString() })
  stack.startServer('worker-2')
  await workersUp(stack, { database, names: ['worker', 'worker-2'] })
  const orders = await whileOrdering({ company, database, orders: 40 }, async () => {
    for (let round = 0; round < 6; round += 1) {
      line.cut()
      await pause(700)
    }
    line.set('hang')
    await pause(7000)
    line.set('pass')
    await pause(1000)
    line.set('deaf')
    await pause(2000)
    line.set('pass')
  })
  console.log(
    `line to the database cut ${line.cuts()} times, 7 s without a word: ${orders} orders, each once`,
  )
  await stack.stopServer('worker-2')
  await stack.restart('worker')
})
