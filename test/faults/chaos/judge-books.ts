import { entriesIn, entriesOfForm, type StampsInForm, type TimelineRow } from '@fieldledger/storage'
import type { Db } from 'mongodb'
import { expect } from 'vitest'
import type { Books } from '../../support/practice-ledger.ts'
import { orderTotal } from '../../support/purchase-order.ts'
import type { OrderStory } from './order-stories.ts'

interface EffectRow {
  submissionId: string
  operation: string
  state: string
  dueAt: Date | null
  claimedBy: string | null
  confirmation?: { reference: { id: string }; verified: string }
}

/** The ledger's books against our own: each order once, with its last values; nothing lost, doubled or still running. */
export async function judgeBooks(judged: {
  database: Db
  companyId: string
  stories: readonly OrderStory[]
  books: Books
}): Promise<void> {
  const { database, companyId, stories, books } = judged
  const orders = books.entities.PurchaseOrder
  const creates = books.creates.filter(({ kind }) => kind === 'PurchaseOrder')
  expect(doubles(creates.map(({ docNumber }) => docNumber ?? '')), 'documents created twice').toEqual([])
  expect(creates, 'creates that the ledger executed').toHaveLength(stories.length)
  expect(orders, 'orders in the books').toHaveLength(stories.length)

  const submissions = await database
    .collection<{ _id: string; number: string }>('submissions')
    .find({ companyId })
    .toArray()
  expect(submissions, 'submissions').toHaveLength(stories.length)
  const numberOf = new Map(submissions.map(({ _id, number }) => [_id, number]))
  const byNumber = new Map(orders.map((order) => [order.DocNumber, order]))
  const effects = await database.collection<EffectRow>('effects').find({ companyId }).toArray()

  for (const story of stories) {
    const { id } = story.request
    const order = byNumber.get(numberOf.get(id) ?? '')
    expect(order, `the order of ${story.quantity}`).toMatchObject({
      TotalAmt: orderTotal(story.quantity),
      PrivateNote: story.memo,
    })
    const create = effects.filter((one) => one.submissionId === id && one.operation === 'create')
    expect(create, `create effects of the order of ${story.quantity}`).toHaveLength(1)
    expect(create[0]?.confirmation?.reference.id).toBe(order?.Id)
    await judgeTimeline(database, { companyId, story })
  }
  const unsettled = effects.filter(
    ({ state, dueAt, claimedBy, confirmation }) =>
      state !== 'confirmed' || confirmation?.verified !== 'verified' || dueAt !== null || claimedBy !== null,
  )
  expect(unsettled, 'effects that are not settled').toEqual([])
  await judgeRuns(database, companyId)
}

async function judgeTimeline(
  database: Db,
  { companyId, story }: { companyId: string; story: OrderStory },
): Promise<void> {
  const submissionId = story.request.id
  const rows = await database.collection<TimelineRow>('timeline').find({ companyId, submissionId }).toArray()
  const form = await database
    .collection<StampsInForm & { _id: string }>('submissions')
    .findOne({ companyId, _id: submissionId })
  const entries = [...entriesOfForm(form ?? { _id: submissionId }), ...rows.flatMap(entriesIn)]
  entries.sort((one, other) => one.seq - other.seq)
  const count = (code: string) => entries.filter((entry) => entry.code === code).length
  const stamps = { created: count('document-created'), updated: count('document-updated') }
  expect(stamps, `stamps of the order of ${story.quantity}`).toEqual({
    created: 1,
    updated: story.revised ? 1 : 0,
  })
  expect(count('submitted')).toBe(1)
  expect(
    entries.map(({ seq }) => seq),
    'the timeline rises by one',
  ).toEqual(entries.map((_, position) => position + 1))
}

async function judgeRuns(database: Db, companyId: string): Promise<void> {
  const running = {
    companyId,
    $or: [{ state: { $nin: ['finished', 'stopped'] } }, { claimedBy: { $ne: null } }],
  }
  expect(await database.collection('runs').find(running).toArray(), 'runs that still run').toEqual([])
  const open = await database.collection('tasks').find({ companyId, state: 'open' }).toArray()
  expect(open, 'tasks that still wait').toEqual([])
}

function doubles(names: readonly string[]): string[] {
  return names.filter((name, position) => names.indexOf(name) !== position)
}
