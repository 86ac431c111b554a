import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { failpointNames } from '@fieldledger/runtime'
import type { StackServer } from '../../../apps/local/src/boot-stack.ts'
import type { SendingCompany } from '../../support/make-company.ts'
import { until } from '../../support/until.ts'
import type { FaultScene } from './boot-for-faults.ts'
import { isSettled } from './is-settled.ts'
import { isApiUp, isWorkerUp } from './is-up.ts'
import { judgeBooks } from './judge-books.ts'
import { killAgainAndAgain, noToll, type Toll } from './kill-again-and-again.ts'
import { countHits } from './kill-log.ts'
import { openOffice } from './open-office.ts'
import { approveAll, type OrderStory, reviseWhenSynced, submitOrder } from './order-stories.ts'

export interface Storm {
  scene: FaultScene
  company: SendingCompany
  /** Spread over the kills; more of them if the kills take longer. */
  orders: number
  revised: number
  workerKills: number
  apiKills: number
  /** What each named point must have had, over all servers. */
  leastHits: number
  /** It is broken off then. */
  withinMs: number
}

export interface StormTold {
  orders: number
  workerKills: number
  apiKills: number
  hits: ReadonlyMap<string, number>
  seconds: number
}

const workers = ['worker', 'worker-2', 'worker-3'] as const
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
const ofApi = (point: string) => point.startsWith('submit.') || point.startsWith('decide.')

/**
 * Orders, approvals and revisions while three workers and the api are killed again and again; answers once everything
 * has settled and the ledger's books agree with ours.
 */
export async function storm(asked: Storm): Promise<StormTold> {
  const { scene, company, orders, revised, leastHits } = asked
  const { stack, database } = scene
  const { ledger, realm } = company
  for (const name of workers) if (stack.pidOf(name) === undefined) stack.startServer(name)
  const office = await openOffice(company, database)
  await ledger.fail({ realm, seed: 7, rates, lateMs: 200, retryAfterSeconds: 1 })

  const began = performance.now()
  const logOf = (server: string) => join(scene.folder, `${company.id}-${server}-failpoints.log`)
  const hits = () => sumOfHits([...workers, 'api'].map((server) => countHits(logOf(server))))
  const now = { allKilled: false, allSettled: false, failed: false }
  const isOver = () => now.failed || performance.now() - began > asked.withinMs
  const tolls = { workers: noToll(), api: noToll() }
  const killing = async () => {
    const shared = { stack, env: envOfLife, over: isOver, hits, leastHits }
    const kill = (server: StackServer, share: { kills: number; toll: Toll; isApi: boolean }) => {
      const points = failpointNames.filter((point) => ofApi(point) === share.isApi)
      const lacks = () => points.some((point) => (hits().get(point) ?? 0) < leastHits)
      return killAgainAndAgain({
        ...shared,
        server,
        points,
        log: logOf(server),
        toll: share.toll,
        enough: () => killsOf(share.toll) >= share.kills && !lacks(),
        isUp: () => (share.isApi ? isApiUp(stack) : isWorkerUp(stack, { database, name: server })),
      })
    }
    const ofWorkers = { kills: asked.workerKills, toll: tolls.workers, isApi: false }
    await Promise.all([
      kill('api', { kills: asked.apiKills, toll: tolls.api, isApi: true }),
      ...workers.map((worker) => kill(worker, ofWorkers)),
    ])
    now.allKilled = true
  }
  const mayOrder = (order: number) => {
    const part = killsOf(tolls.workers) / asked.workerKills
    return now.allKilled || isOver() || order < 10 + part * (orders - 10)
  }
  const ordering = async () => {
    const stories: OrderStory[] = []
    const revising: Promise<OrderStory>[] = []
    for (let order = 0; order < orders || !(now.allKilled || isOver()); order += 1) {
      while (!mayOrder(order)) await pause(100)
      if (order >= orders) await pause(1000)
      const story = await submitOrder(office, order + 1)
      const withinMs = asked.withinMs + settleMs
      if (order >= revised) stories.push(story)
      else revising.push(reviseWhenSynced(office, { story, withinMs, givenUp: () => now.failed }))
    }
    stories.push(...(await Promise.all(revising)))
    await until({ what: 'everything settled', withinMs: asked.withinMs + settleMs, everyMs: 500 }, () =>
      isSettled(database, company.id),
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
  const told = {
    orders: (await stories).length,
    workerKills: killsOf(tolls.workers),
    apiKills: killsOf(tolls.api),
    hits: hits(),
    seconds: (performance.now() - began) / 1000,
  }
  console.log(stormInWords(told))
  await judgeBooks({
    database,
    companyId: company.id,
    stories: await stories,
    books: await ledger.books(realm),
  })
  return told
}

export const killsIn = ({ workerKills, apiKills }: StormTold) => workerKills + apiKills

function stormInWords({ orders, workerKills, apiKills, hits, seconds }: StormTold): string {
  return [
    `${orders} orders in ${seconds.toFixed(0)} s; three workers killed ${workerKills} times, the api ${apiKills} times`,
    ...failpointNames.map((point) => `  ${point.padEnd(28)} ${hits.get(point) ?? 0}`),
  ].join('\n')
}

/** Work is set aside after five crashes in a row, rightly (poison.test.ts): here the crashes are not its fault. */
export const stormSettings = { FIELDLEDGER_MOST_ATTEMPTS: '1000' }

/** Half of the lives replay the key, the other half must look every unknown outcome up. */
function envOfLife(): NodeJS.ProcessEnv {
  return Math.random() < 0.5 ? { FIELDLEDGER_REPLAY_WINDOW_MS: '0' } : {}
}

function killsOf({ byPoint, fromOutside }: Toll): number {
  return byPoint + fromOutside
}

function sumOfHits(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const hits of all) for (const [point, count] of hits) sum.set(point, (sum.get(point) ?? 0) + count)
  return sum
}
