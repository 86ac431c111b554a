import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { failpointNames } from '@fieldledger/runtime'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootStack, type Stack } from '../../apps/local/src/boot-stack.ts'
import { syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { makeSendingCompany, type SendingCompany } from '../support/make-company.ts'
import { findNamed } from '../support/purchase-order.ts'
import { until } from '../support/until.ts'
import { isSettled } from './chaos/is-settled.ts'
import { judgeBooks } from './chaos/judge-books.ts'
import { killAgainAndAgain, noToll } from './chaos/kill-again-and-again.ts'
import { countHits } from './chaos/kill-log.ts'
import {
  approveAll,
  type Office,
  type OrderStory,
  reviseWhenSynced,
  submitOrder,
} from './chaos/order-stories.ts'
import { watchApi, watchWorkers } from './chaos/watch-lives.ts'

const orders = 100
const revised = 20
const workerKills = 100
const leastHits = 5
/** An idle machine with two cores takes five minutes; a busy one is waited for, up to this. */
const chaosMs = 1_200_000
const settleMs = 120_000

/** 40 % of the posts go wrong. */
const rates = {
  '500': 0.08,
  '429': 0.03,
  'reset-before': 0.07,
  'reset-after': 0.09,
  late: 0.06,
  truncated: 0.07,
}
const everyLife = {
  FIELDLEDGER_QUIET_PERIOD_MS: '1000',
  FIELDLEDGER_RETRY_FIRST_MS: '200',
  FIELDLEDGER_LOG_LEVEL: 'error',
}
const ofApi = (point: string) => point.startsWith('submit.') || point.startsWith('decide.')

let dataFolder: string
let stack: Stack
let company: SendingCompany
let client: MongoClient

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-faults-'))
  stack = await bootStack({ dataFolder, env: everyLife })
  company = await makeSendingCompany({ stack, graph: syncWorkflow })
  client = await MongoClient.connect(stack.mongoUrl)
  // What a killed process had begun is given up sooner, so that the test need not wait for it.
  await client.db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 2 })
}, 180_000)

afterAll(async () => {
  await client?.close()
  await stack?.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

test('100 purchase orders arrive once each through 100 killed workers and 40 % of posts gone wrong, 20 revised ones once with their new values', async () => {
  const { ledger, realm } = company
  const office = await openOffice()
  await ledger.setLimits({ enabled: false })
  await ledger.warnOfDoubleNumbers(realm, false)
  await ledger.fail({ realm, seed: 7, rates, lateMs: 200, retryAfterSeconds: 1 })

  const began = performance.now()
  const log = (server: string) => join(dataFolder, `${server}-failpoints.log`)
  const now = { allKilled: false, allSettled: false, failed: false }
  const isOver = () => now.failed || performance.now() - began > chaosMs
  const tolls = { api: noToll(), worker: noToll() }
  const kill = (server: 'api' | 'worker', kills: number) =>
    killAgainAndAgain({
      stack,
      server,
      points: failpointNames.filter((point) => ofApi(point) === (server === 'api')),
      kills,
      leastHits,
      log: log(server),
      atHit: server === 'api' ? { first: 2, last: 4 } : { first: 1, last: 3 },
      env: envOfLife,
      lives: server === 'worker' ? watchWorkers(client.db(), company.id) : watchApi(stack.url),
      toll: tolls[server],
      over: isOver,
    })
  const killing = async () => {
    await Promise.all([kill('api', leastHits * 5), kill('worker', workerKills)])
    now.allKilled = true
  }
  // Spread over all kills, so that there is always something to kill over; a few more if the last points need them.
  const mayOrder = (order: number) => {
    const killed = (tolls.worker.byPoint + tolls.worker.fromOutside) / workerKills
    return now.allKilled || isOver() || order < 10 + killed * (orders - 10)
  }
  const ordering = async () => {
    const stories: OrderStory[] = []
    const revising: Promise<OrderStory>[] = []
    for (let order = 0; order < orders || !(now.allKilled || isOver()); order += 1) {
      while (!mayOrder(order)) await pause(100)
      if (order >= orders) await pause(1000)
      const story = await submitOrder(office, order + 1)
      if (order < revised) revising.push(reviseWhenSynced(office, { story, withinMs: chaosMs + settleMs }))
      else stories.push(story)
    }
    stories.push(...(await Promise.all(revising)))
    const withinMs = chaosMs + settleMs
    await until({ what: 'everything settled', withinMs, everyMs: 500 }, () =>
      isSettled(client.db(), company.id),
    )
    now.allSettled = true
    return stories
  }
  const failing = (error: unknown): never => {
    now.failed = true
    throw error
  }
  const approving = approveAll(office, () => now.allSettled || now.failed)
  const stories = ordering().catch(failing)
  const going = [stories, killing().catch(failing), approving.catch(failing)]
  // Nobody may go on killing after the test has ended.
  await Promise.allSettled(going)
  await Promise.all(going)
  const { worker, api } = tolls
  const hits = new Map([...countHits(log('api')), ...countHits(log('worker'))])
  report({ worker, api, hits, seconds: (performance.now() - began) / 1000 })
  await judgeBooks({
    database: client.db(),
    companyId: company.id,
    stories: await stories,
    books: await ledger.books(realm),
  })
  expect(worker.byPoint + worker.fromOutside).toBeGreaterThanOrEqual(workerKills)
  for (const point of failpointNames) expect(hits.get(point) ?? 0, point).toBeGreaterThanOrEqual(leastHits)
}, 1_500_000)

async function openOffice(): Promise<Office> {
  const [field, approver] = await Promise.all([company.as('field'), company.as('approver')])
  const vendor = await findNamed(field, { list: 'vendors', name: 'Cascade Lumber Supply' })
  const material = await findNamed(field, { list: 'materials', name: '2x4x8 Stud' })
  return {
    companyId: company.id,
    formId: company.form.id,
    formVersion: company.form.version,
    vendorId: vendor.id,
    materialId: material.id,
    field,
    approver,
    database: client.db(),
  }
}

/** Half of the lives replay the key, the other half must look every unknown outcome up. */
function envOfLife(point: string | undefined): NodeJS.ProcessEnv {
  const looksUp = point === 'unknown.after-look-up' || Math.random() < 0.5
  return looksUp ? { FIELDLEDGER_REPLAY_WINDOW_MS: '0' } : {}
}

function report(told: {
  worker: { byPoint: number; fromOutside: number }
  api: { byPoint: number }
  hits: ReadonlyMap<string, number>
  seconds: number
}) {
  const { worker, api, hits, seconds } = told
  console.log(
    [
      `${orders} orders, ${revised} revised, in ${seconds.toFixed(0)} s`,
      `worker killed ${worker.byPoint + worker.fromOutside} times (${worker.fromOutside} from outside), api ${api.byPoint}`,
      ...failpointNames.map((point) => `  ${point.padEnd(28)} ${hits.get(point) ?? 0}`),
    ].join('\n'),
  )
}
