import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { failpointNames } from '@fieldledger/runtime'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootStack, type Stack, type StackServer } from '../../apps/local/src/boot-stack.ts'
import { syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { makeSendingCompany, type SendingCompany } from '../support/make-company.ts'
import { until } from '../support/until.ts'
import { isSettled } from './chaos/is-settled.ts'
import { judgeBooks } from './chaos/judge-books.ts'
import { killAgainAndAgain, noToll, type Toll } from './chaos/kill-again-and-again.ts'
import { countHits } from './chaos/kill-log.ts'
import { openOffice } from './chaos/open-office.ts'
import { approveAll, type OrderStory, reviseWhenSynced, submitOrder } from './chaos/order-stories.ts'
import { watchApi, watchWorker } from './chaos/watch-lives.ts'

const orders = 100
const revised = 20
const workers = ['worker', 'worker-2', 'worker-3'] as const
/** Of each worker; with the api's they are over 200 in a run. */
const killsOfEach = 60
const apiKills = 25
/** Of each named point in each worker: six or more over all. */
const leastHitsOfEach = 2
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
  for (const name of workers) if (name !== 'worker') stack.startServer(name)
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

test('rows 1, 2 and 8: purchase orders arrive once each through 200 kills of workers and api and 40 % of posts gone wrong, 20 revised ones once with their new values', async () => {
  const { ledger, realm } = company
  const office = await openOffice(company, client.db())
  await ledger.setLimits({ enabled: false })
  await ledger.warnOfDoubleNumbers(realm, false)
  await ledger.fail({ realm, seed: 7, rates, lateMs: 200, retryAfterSeconds: 1 })

  const began = performance.now()
  const log = (server: string) => join(dataFolder, `${server}-failpoints.log`)
  const now = { allKilled: false, allSettled: false, failed: false }
  const isOver = () => now.failed || performance.now() - began > chaosMs
  const tolls = new Map<StackServer, Toll>([...workers, 'api' as const].map((server) => [server, noToll()]))
  const killed = (servers: readonly StackServer[]) => sumOf(servers.map((server) => tolls.get(server)))
  const shared = { stack, env: envOfLife, over: isOver }
  const killApi = () =>
    killAgainAndAgain({
      ...shared,
      server: 'api',
      points: failpointNames.filter(ofApi),
      kills: apiKills,
      leastHits,
      log: log('api'),
      atHit: { first: 2, last: 4 },
      lives: watchApi(stack.url),
      toll: tolls.get('api') ?? noToll(),
    })
  const killWorker = (server: StackServer) =>
    killAgainAndAgain({
      ...shared,
      server,
      points: failpointNames.filter((point) => !ofApi(point)),
      kills: killsOfEach,
      leastHits: leastHitsOfEach,
      log: log(server),
      atHit: { first: 1, last: 3 },
      lives: watchWorker({
        database: client.db(),
        companyId: company.id,
        pid: () => stack.pidOf(server),
      }),
      toll: tolls.get(server) ?? noToll(),
    })
  const killing = async () => {
    await Promise.all([killApi(), ...workers.map(killWorker)])
    now.allKilled = true
  }
  // Spread over all kills, so that there is always something to kill over; a few more if the last points need them.
  const mayOrder = (order: number) => {
    const part = killed(workers) / (killsOfEach * workers.length)
    return now.allKilled || isOver() || order < 10 + part * (orders - 10)
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
  const hits = hitsOver([...workers, 'api'].map((server) => countHits(log(server))))
  const told = { workers: killed(workers), api: killed(['api']), hits, orders: (await stories).length }
  report({ ...told, seconds: (performance.now() - began) / 1000 })
  await judgeBooks({
    database: client.db(),
    companyId: company.id,
    stories: await stories,
    books: await ledger.books(realm),
  })
  expect(told.workers + told.api).toBeGreaterThanOrEqual(200)
  for (const point of failpointNames) expect(hits.get(point) ?? 0, point).toBeGreaterThanOrEqual(leastHits)
}, 1_500_000)

/** Half of the lives replay the key, the other half must look every unknown outcome up. */
function envOfLife(point: string | undefined): NodeJS.ProcessEnv {
  const looksUp = point === 'unknown.after-look-up' || Math.random() < 0.5
  return looksUp ? { FIELDLEDGER_REPLAY_WINDOW_MS: '0' } : {}
}

function sumOf(tolls: readonly (Toll | undefined)[]): number {
  return tolls.reduce((sum, toll) => sum + (toll?.byPoint ?? 0) + (toll?.fromOutside ?? 0), 0)
}

function hitsOver(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const hits of all) for (const [point, count] of hits) sum.set(point, (sum.get(point) ?? 0) + count)
  return sum
}

function report(told: {
  workers: number
  api: number
  orders: number
  hits: ReadonlyMap<string, number>
  seconds: number
}) {
  const { workers: workerKills, api, hits, seconds } = told
  console.log(
    [
      `${told.orders} orders, ${revised} revised, in ${seconds.toFixed(0)} s`,
      `three workers killed ${workerKills} times, api ${api}`,
      ...failpointNames.map((point) => `  ${point.padEnd(28)} ${hits.get(point) ?? 0}`),
    ].join('\n'),
  )
}
