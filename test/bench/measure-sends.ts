import { ledgerKey } from '@fieldledger/accounting'
import type { Db } from 'mongodb'
import type { Stack, StackServer } from '../../apps/local/src/boot-stack.ts'
import { isSettled } from '../faults/chaos/is-settled.ts'
import { openOffice } from '../faults/chaos/open-office.ts'
import { type OrderStory, reviseWhenSynced, submitOrder } from '../faults/chaos/order-stories.ts'
import type { SendingCompany } from '../support/make-company.ts'
import { until } from '../support/until.ts'

export interface SendsTold {
  minutes: number
  /** Requests under way when the worker that held them all was killed. */
  heldAtKill: number
  refused: Record<string, number>
  verified: number
  created: number
  createdTwice: number
  /** Of orders that were revised while others waited: whose last values stand in the books, and nothing older. */
  revised: number
  revisedRight: number
}

const withinMs = 45 * 60_000
const atOnce = 25
const revisions = 10
const slots = 5

/** A queue of orders before a ledger with the published limits of Xero; the one worker that holds all its slots is killed. */
export async function measureSends(about: {
  company: SendingCompany
  stack: Stack
  database: Db
  orders: number
  workers: readonly StackServer[]
}): Promise<SendsTold> {
  const { company, stack, database, orders, workers } = about
  const { ledger, realm, connection } = company
  const office = await openOffice(company, database)
  const began = performance.now()
  // Late answers keep the slots taken long enough to be seen.
  await ledger.fail({ realm, rates: { slow: 1 }, slowMs: 2500, scope: 'all' })
  const stories: OrderStory[] = []
  while (stories.length < orders) {
    const group = Array.from({ length: atOnce }, (_, place) =>
      submitOrder(office, stories.length + place + 1),
    )
    stories.push(...(await Promise.all(group)))
  }
  const heldAtKill = await killHolderOfAll({
    stack,
    database,
    ofLedger: await ledgerOf(database, connection.id),
  })
  for (const worker of workers) stack.startServer(worker)
  await ledger.heal(realm)
  const revising = stories
    .slice(0, revisions)
    .map((story) => reviseWhenSynced(office, { story, withinMs, givenUp: () => false }))
  const revised = await Promise.all(revising)
  await until({ what: 'every order was sent', withinMs, everyMs: 1000 }, () =>
    isSettled(database, company.id),
  )
  const { refused = {} } = await ledger.limits()
  return {
    minutes: (performance.now() - began) / 60_000,
    heldAtKill,
    refused,
    ...(await countDocuments({ company, database })),
    revised: revised.length,
    revisedRight: await countRight({ company, revised }),
  }
}

async function ledgerOf(database: Db, connectionId: string): Promise<string> {
  const connections = database.collection<{ _id: string } & Parameters<typeof ledgerKey>[0]>('connections')
  const books = await connections.findOne({ _id: connectionId })
  return books === null ? connectionId : ledgerKey(books)
}

async function killHolderOfAll(about: { stack: Stack; database: Db; ofLedger: string }): Promise<number> {
  const { stack, database, ofLedger } = about
  const budgets = database.collection<{ _id: string; slots?: { until: Date }[] }>('rateBudgets')
  let held = 0
  await until({ what: 'one worker held all slots', withinMs: 120_000, everyMs: 20 }, async () => {
    const budget = await budgets.findOne({ _id: ofLedger })
    held = budget?.slots?.filter(({ until: end }) => end > new Date()).length ?? 0
    return held >= slots
  })
  await stack.kill('worker')
  return held
}

async function countDocuments({ company, database }: { company: SendingCompany; database: Db }) {
  const { creates } = await company.ledger.books(company.realm)
  const verified = { companyId: company.id, operation: 'create', 'confirmation.verified': 'verified' }
  const numbered: readonly { kind: string; number?: string }[] = creates
  const made = numbered.filter(({ kind }) => /order/i.test(kind)).map(({ number }) => number)
  return {
    verified: await database.collection('effects').countDocuments(verified),
    created: made.length,
    createdTwice: made.length - new Set(made).size,
  }
}

async function countRight({ company, revised }: { company: SendingCompany; revised: readonly OrderStory[] }) {
  const text = JSON.stringify(await company.ledger.books(company.realm))
  const isThere = (memo: string) => text.includes(JSON.stringify(memo))
  return revised.filter(({ memo, quantity }) => isThere(memo) && !isThere(`Order of ${quantity - 1000}`))
    .length
}
