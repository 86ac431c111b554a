import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import type { HttpSession } from '../../support/http-session.ts'
import type { SendingCompany } from '../../support/make-company.ts'
import { until } from '../../support/until.ts'
import { isSettled } from './is-settled.ts'
import { keepConnected, stoppedWithoutConnection } from './keep-connected.ts'
import { openOffice } from './open-office.ts'
import { approveAll, type Office, type OrderStory, reviseWhenSynced, submitOrder } from './order-stories.ts'
import type { Trouble } from './trouble.ts'
import { whatStays } from './what-stays.ts'

export interface StormPlan {
  /** So many orders under way at the same time that there is always something to be killed at. */
  atOnce: number
  /** Its workflow asks somebody. */
  approves: boolean
  /** Every so-manieth order is changed once it was sent; 0 = none. */
  revisesEach: number
  /** The ledger forgets its sign-in so often. */
  signInExpiresMs?: number
}

export interface StormOffice extends StormPlan {
  company: SendingCompany
  office: Office
  admin: HttpSession
}

/** By when it must have come to rest, once nobody is killed any more. */
const settleMs = 300_000
const patienceMs = 3_600_000

/** Everybody signs in while the api still stands. */
export async function openStormOffice(
  company: SendingCompany,
  { database, ...plan }: StormPlan & { database: Db },
): Promise<StormOffice> {
  return { ...plan, company, office: await openOffice(company, database), admin: await company.as('admin') }
}

/** Orders, approves, revises and signs in again as long as the trouble goes on; answers once all of it has settled. */
export async function workInOffice(
  { company, office, admin, ...plan }: StormOffice,
  trouble: Trouble,
): Promise<OrderStory[]> {
  const { database } = office
  let settled = false
  const working = async () => {
    const stories = await orderOn(office, { ...plan, trouble })
    await until({ what: `${company.name} had settled`, withinMs: settleMs, everyMs: 300 }, async () => {
      const stopped = await database.collection('runs').countDocuments(stoppedWithoutConnection(company.id))
      return trouble.isHopeless() || (stopped === 0 && (await isSettled(database, company.id)))
    }).catch(async (error: unknown) => {
      console.error(await whatStays(database, company.id))
      throw error
    })
    settled = true
    return stories
  }
  const over = () => settled || trouble.isHopeless()
  const [stories] = await Promise.all([
    trouble.guard(working()),
    plan.approves ? trouble.guard(approveAll(office, over)) : undefined,
    trouble.guard(keepConnected(company, { admin, database, over })),
    trouble.guard(expireSignIns(company, { everyMs: plan.signInExpiresMs, trouble })),
  ])
  return stories
}

async function orderOn(
  office: Office,
  { atOnce, revisesEach, trouble }: StormPlan & { trouble: Trouble },
): Promise<OrderStory[]> {
  const stories: Promise<OrderStory>[] = []
  const active = { companyId: office.companyId, state: 'active' }
  while (trouble.goesOn()) {
    if ((await office.database.collection('runs').countDocuments(active)) >= atOnce) {
      await pause(250)
      continue
    }
    const story = await submitOrder(office, stories.length + 1)
    const isRevised = revisesEach > 0 && stories.length % revisesEach === 0
    const revising = { story, withinMs: patienceMs, givenUp: () => !trouble.goesOn() }
    stories.push(isRevised ? trouble.guard(reviseWhenSynced(office, revising)) : Promise.resolve(story))
  }
  return Promise.all(stories)
}

async function expireSignIns(
  { ledger, realm }: SendingCompany,
  { everyMs, trouble }: { everyMs: number | undefined; trouble: Trouble },
): Promise<void> {
  while (everyMs !== undefined && trouble.goesOn()) {
    await ledger.expireTokens(realm)
    await pause(everyMs)
  }
}
