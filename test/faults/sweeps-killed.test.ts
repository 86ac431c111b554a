import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sweptFailpointNames } from '@fieldledger/runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../support/until.ts'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { countHits, totalHits } from './chaos/kill-log.ts'
import { changedThere, orderMonth } from './chaos/ledger-work.ts'
import { openSweptOffice, type SweptOffice } from './chaos/swept-office.ts'

let scene: FaultScene
let office: SweptOffice

beforeAll(async () => {
  scene = await bootForFaults({})
  office = await openSweptOffice(await scene.makeCompany(), scene.database)
}, 240_000)

afterAll(() => scene?.close())

test('row 1: a worker killed at each point of schedules, messages, events, batches, cures, mails, comparisons, digests, feeds, reconnects and imports: each begins once, ends, and is written once', async () => {
  const log = join(scene.folder, 'failpoints.log')
  for (const point of sweptFailpointNames) await killAt(point, log)
  await scene.stack.replace('worker', {})
  expect([...countHits(log).keys()].toSorted()).toEqual(sweptFailpointNames.toSorted())

  await office.linkAgain()
  // As two minutes would: a letter is its worker's for so long, be that worker dead.
  const waiting = { companyId: office.company.id, state: 'waiting' }
  await scene.database.collection('mailOutbox').updateMany(waiting, { $set: { leasedUntil: new Date(0) } })
  await office.make.import()
  await until({ what: 'all had settled', withinMs: 60_000, everyMs: 300 }, isSettled)
  await judgeStarts()
  await judgeMails()
  await judgeComparison()
  await judgeFeed()
  const books = await office.company.ledger.books(office.company.realm)
  const created = books.creates.filter(({ kind }) => kind === 'PurchaseOrder')
  expect(created).toHaveLength(office.orders.length)
  expect(books.entities.PurchaseOrder).toHaveLength(office.orders.length)
})

/** A life that ends there, with work for it as long as it lives. */
async function killAt(point: string, log: string): Promise<void> {
  const { stack, database } = scene
  const before = totalHits(log)
  // As time would: whoever was killed in a sweep holds it in Agenda for some seconds.
  const jobs = database.collection('agendaJobs')
  await jobs.updateMany({}, { $set: { lockedAt: null } })
  await stack.replace('worker', {
    FIELDLEDGER_FAILPOINTS: `${point}=kill@1`,
    FIELDLEDGER_FAILPOINTS_LOG: log,
  })
  const kind = point.split('.')[0] as keyof SweptOffice['make']
  await until({ what: `a worker was killed at ${point}`, withinMs: 60_000, everyMs: 0 }, async () => {
    await office.make[kind]()
    await jobs.updateMany({}, { $set: { nextRunAt: new Date() } })
    for (let looks = 0; looks < 20 && totalHits(log) === before; looks += 1) await pause(50)
    return totalHits(log) > before
  })
}

async function isSettled(): Promise<boolean> {
  const { database, company } = office
  const open = await Promise.all([
    rows('runs', { state: 'active' }),
    rows('effects', { $or: [{ state: { $ne: 'confirmed' } }, { dueAt: { $ne: null } }] }),
    rows('batches', { state: { $ne: 'finished' } }),
    rows('webhookInbox', { state: 'received' }),
    rows('eventStarts', {}),
    rows('mailOutbox', { state: 'waiting' }),
    rows('wholeImports', { phase: { $ne: 'done' } }),
    rows('reconciliations', { state: 'reading' }),
    rows('ledgerEvents', { state: 'received' }),
  ])
  return open.every((count) => count === 0)

  function rows(collection: string, which: object): Promise<number> {
    return database.collection(collection).countDocuments({ companyId: company.id, ...which })
  }
}

/** Each form of a batch, each message and each event began one run, and every run ended. */
async function judgeStarts(): Promise<void> {
  const { database, company, workflows, messages, orders } = office
  const all = <Row extends object>(collection: string, which: object = {}) =>
    database
      .collection(collection)
      .find<Row>({ companyId: company.id, ...which })
      .toArray()
  const runsOf = async (workflowId: string) => (await all('runs', { workflowId })).length
  const items = await all<{ batchId: string; submissionId: string; runId?: string; outcome?: string }>(
    'batchItems',
  )
  expect(items.filter(({ outcome }) => outcome === undefined)).toEqual([])
  const batches = await all<{ _id: string; origin: string }>('batches')
  const clockwork = new Set(batches.filter(({ origin }) => origin === 'clock').map(({ _id }) => _id))
  const begun = items.filter(({ batchId, runId }) => clockwork.has(batchId) && runId !== undefined)
  expect(new Set(begun.map(({ runId }) => runId)).size).toBe(begun.length)
  expect(await runsOf(workflows.byClock), 'runs by the clock').toBe(begun.length)
  const taken = await all<{ messageId: string; state: string }>('webhookInbox')
  expect(taken.map(({ messageId }) => messageId).toSorted()).toEqual(messages.toSorted())
  expect(new Set(taken.map(({ state }) => state))).toEqual(new Set(['started']))
  expect(await runsOf(workflows.byMessage), 'runs by messages').toBe(messages.length)
  expect(await runsOf(workflows.byEvent), 'runs by events').toBe(orders.length)
}

/** One letter for each run that writes one, and one of the morning, however often each was handed over. */
async function judgeMails(): Promise<void> {
  const { database, company, workflows } = office
  const { id: companyId } = company
  const runs = await database.collection('runs').countDocuments({ companyId, workflowId: workflows.byClock })
  const sent = await database.collection('mailOutbox').countDocuments({ companyId, state: 'sent' })
  const letters = (await readdir(scene.folder, { recursive: true })).filter((name) => name.endsWith('.eml'))
  const daily = await database
    .collection('mailOutbox')
    .countDocuments({ companyId, state: 'sent', page: '/' })
  expect([daily, sent, letters.length]).toEqual([1, runs + 1, runs + 1])
}

/** Read once more, the month holds each order once; the comparisons whose workers were killed came to an end. */
async function judgeComparison(): Promise<void> {
  const { database, company, orders } = office
  const { id: companyId, connection } = company
  const bookkeeper = await company.as('bookkeeper')
  await bookkeeper.post(`/connections/${connection.id}/reconcile`, { month: orderMonth })
  const read = () => database.collection('reconciliations').findOne({ companyId, state: 'finished' })
  const { pass } = await until({ what: 'the month was read', withinMs: 30_000 }, async () => {
    return (await read()) ?? undefined
  })
  const rows = await database.collection('reconciledDocuments').find({ companyId, pass }).toArray()
  expect(rows.map(({ outcome }) => outcome)).toEqual(orders.map(() => 'agrees'))
}

/** Each change that was made there while workers were killed is heard of, once the lease of the last one is over. */
async function judgeFeed(): Promise<void> {
  const { database, company } = office
  const { id: companyId } = company
  const over = { $set: { 'feed.dueAt': new Date() } }
  await database.collection('connections').updateMany({ companyId }, over)
  const { entities } = await company.ledger.books(company.realm)
  const changed = entities.Vendor.filter(({ PrintOnCheckName }) => PrintOnCheckName === changedThere)
  expect(changed.length).toBeGreaterThan(1)
  const events = database.collection<{ remoteId: string; eventId: string }>('ledgerEvents')
  await until({ what: 'each change was heard of', withinMs: 30_000 }, async () => {
    const told = await events.find({ companyId, record: 'vendor' }).toArray()
    const heard = new Set(told.map(({ remoteId, eventId }) => `${remoteId} ${eventId.split('|')[3]}`))
    return changed.every(({ Id, MetaData }) =>
      heard.has(`${Id} ${new Date(MetaData.LastUpdatedTime).toISOString()}`),
    )
  })
}
