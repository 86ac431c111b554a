import { failpointNames } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import type { StormScene } from './boot-for-storm.ts'
import { judgeBooks } from './judge-books.ts'
import { judgeCalls } from './judge-calls.ts'
import type { OrderStory } from './order-stories.ts'
import { type KillsTold, killServers, stormWorkers, type Wanted } from './storm-kills.ts'
import { openStormOffice, type StormOffice, workInOffice } from './storm-office.ts'
import { tellApproveSend } from './storm-workflow.ts'
import { startTrouble } from './trouble.ts'

export interface Storm extends Wanted {
  scene: StormScene
  /** It is broken off then. */
  withinMs: number
}

export interface StormTold extends KillsTold {
  orders: number
  revised: number
  seconds: number
  /** From the last kill until everything had come to rest. */
  settledAfter: number
}

export interface StormEnd {
  told: StormTold
  /** Holds the ledgers' books against ours; throws where they differ. */
  judge(): Promise<void>
}

/** 40 % of the posts go wrong. */
const rates = {
  '500': 0.08,
  '429': 0.03,
  'reset-before': 0.07,
  'reset-after': 0.09,
  late: 0.06,
  truncated: 0.07,
}
/** Whoever is killed in a sign-in holds up its company for half a minute: three take turns. */
const expiringSignIns = 3

/**
 * Orders, approvals and revisions while three workers and the api are killed again and again; answers once everything
 * has settled and can be judged.
 */
export async function storm({ scene, withinMs, ...wanted }: Storm): Promise<StormEnd> {
  const { stack, database, otherSystem } = scene
  for (const name of stormWorkers) if (stack.pidOf(name) === undefined) stack.startServer(name)
  const offices = await openOffices(scene)
  const began = performance.now()
  const trouble = startTrouble(withinMs)
  const killing = trouble.guard(killServers(scene, { round: v7(), wanted, trouble })).then((kills) => {
    trouble.end()
    return { kills, endedAt: performance.now() }
  })
  const working = offices.map((office) => workInOffice(office, trouble))
  // Nobody may go on killing after the test has ended.
  await Promise.allSettled([killing, ...working])
  const { kills, endedAt } = await killing
  const stories = await Promise.all(working)

  const all = stories.flat()
  const told = {
    ...kills,
    orders: all.length,
    revised: all.filter(({ revised }) => revised).length,
    seconds: (performance.now() - began) / 1000,
    settledAfter: (performance.now() - endedAt) / 1000,
  }
  console.log(stormInWords(told))
  return {
    told,
    async judge() {
      for (const [position, office] of offices.entries()) await judge(scene, office, stories[position] ?? [])
      await judgeCalls(otherSystem, { database, companyId: offices[0]?.company.id ?? '' })
    },
  }
}

/** One with approvals and a ledger that fails; and some whose ledger forgets their sign-in again and again. */
async function openOffices(scene: StormScene): Promise<StormOffice[]> {
  const main = await scene.makeCompany(tellApproveSend(scene.otherSystem.origin))
  await main.ledger.fail({ realm: main.realm, seed: 7, rates, lateMs: 200, retryAfterSeconds: 1 })
  const { database } = scene
  const offices = [await openStormOffice(main, { database, atOnce: 12, approves: true, revisesEach: 4 })]
  for (let count = 0; count < expiringSignIns; count += 1) {
    const plan = { atOnce: 2, approves: false, revisesEach: 0, signInExpiresMs: 1500 }
    offices.push(await openStormOffice(await scene.makeCompany(), { ...plan, database }))
  }
  return offices
}

async function judge(
  { database }: StormScene,
  { company }: StormOffice,
  stories: readonly OrderStory[],
): Promise<void> {
  const books = await company.ledger.books(company.realm)
  await judgeBooks({ database, companyId: company.id, stories, books })
}

export const killsIn = ({ workerKills, apiKills }: KillsTold) => workerKills + apiKills

function stormInWords(told: StormTold): string {
  const { orders, revised, workerKills, apiKills, hits, seconds, settledAfter } = told
  return [
    `${orders} orders, ${revised} revised, in ${seconds.toFixed(0)} s, of which ${settledAfter.toFixed(0)} s after the last kill; three workers killed ${workerKills} times, the api ${apiKills} times`,
    ...failpointNames.map((point) => `  ${point.padEnd(28)} ${hits.get(point) ?? 0}`),
  ].join('\n')
}
