import type { BatchView, ResendAnswer, SubmissionSummary, SubmissionView } from '@fieldledger/contract'
import type { MaterialRow } from '@fieldledger/forms'
import { type Effect, type EffectChange, tickTriggers } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage } from '../../../apps/api/src/testing/stage.ts'
import { purchaseOrderForm } from '../../../apps/local/src/practice/practice-forms.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours } = stage
const { session } = ours.people.admin
const connectionId = ours.records.connections
const store = stage.services.runtime.ports.stores.of(ours.scope)
const content = purchaseOrderForm({ prefix: 'PO', costCodes: false })
const fieldOf = (kind: string) => content.fields.find((field) => field.kind === kind)?.id ?? ''
const mapping = { vendor: fieldOf('choose'), materials: fieldOf('material-table') }
let formId = ''
const ids = { failed: v7(), never: v7(), sent: v7(), moving: v7() }
const error = {
  code: 'period-closed',
  message: 'The period is closed: open it in the ledger, then try again.',
  retryable: false,
  cure: 'none' as const,
}
const there = {
  reference: { id: '145' },
  number: '1',
  hash: '',
  revision: 1,
  verified: 'verified' as const,
  differences: [],
  unchanged: false,
}

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await session(method, path, body)
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body as Answer
}
async function settle(id: string, change: (effect: Effect) => EffectChange): Promise<void> {
  const [effect] = await store.effects.ofSubmission(id)
  if (effect !== undefined) await store.effects.amend({ effect, change: { ...change(effect), due: 'never' } })
}
const listed = async () =>
  (
    await ask<{ rows: SubmissionSummary[] }>('GET', `/submissions?form=${formId}&notSentTo=${connectionId}`)
  ).rows.map(({ id }) => id)
const causes = async (id: string) => {
  const { ledger, sendTargets } = await ask<SubmissionView>('GET', `/submissions/${id}`)
  return [...ledger.map(({ message }) => message), ...sendTargets.map(({ notSent }) => notSent)]
}
const resend = (dryRun: boolean) =>
  ask<ResendAnswer>('POST', `/connections/${connectionId}/resend`, {
    submissionIds: Object.values(ids),
    dryRun,
  })

beforeAll(async () => {
  await stage.services.database.connection
    .collection<{ _id: string }>('connections')
    .updateOne({ _id: connectionId }, { $set: { state: 'active', ledgerCompanyId: 'realm' } })
  const made = await ask<{ id: string; revision: number }>('POST', '/forms', { name: 'Order', content })
  formId = made.id
  await ask('POST', `/forms/${made.id}/publish`, { revision: made.revision })
  const unlinkedItems = { create: false, instead: 'expense-line' }
  await ask('PUT', `/connections/${connectionId}/mappings`, { formId: made.id, mapping, unlinkedItems })
  const row: MaterialRow = { id: v7(), description: 'Pipe', quantity: '1', unitPrice: '2' }
  const values = {
    [mapping.vendor]: [ours.records.vendors],
    [mapping.materials]: [row],
    [fieldOf('date')]: '2026-11-20',
  }
  for (const id of Object.values(ids))
    await ask('POST', `/forms/${made.id}/submissions`, { id, formVersion: 1, values })
  for (const id of [ids.failed, ids.sent, ids.moving])
    await ask('POST', `/submissions/${id}/send`, { connectionId })
  await settle(ids.failed, () => ({ state: 'rejected', error }))
  await settle(ids.sent, ({ requestHash }) => ({
    state: 'confirmed',
    confirmation: { ...there, requestHash },
  }))
})

test('S1-24 exactly what failed or was never sent is "not sent to" that ledger', async () => {
  expect((await listed()).sort()).toEqual([ids.failed, ids.never].sort())
  expect((await ask<{ rows: object[] }>('GET', '/submissions?notSentTo=none-such')).rows).toEqual([])
})

test('S0-09 S1-25 the cause is stated, also where nothing was ever planned', async () => {
  expect(await causes(ids.failed)).toContain(error.message)
  expect((await causes(ids.never)).join(' ')).toContain('document type off')
  expect(await causes(ids.sent)).toEqual([undefined, undefined])
})

test('resend all says first what would happen and changes nothing; then exactly that is sent', async () => {
  const { rows: foreseen } = await resend(true)
  expect(Object.fromEntries(foreseen.map(({ submissionId, does }) => [submissionId, does]))).toEqual({
    // The vendor is linked with nothing there.
    [ids.failed]: 'hold',
    [ids.never]: 'hold',
    [ids.sent]: 'skip',
    [ids.moving]: 'hold',
  })
  expect(foreseen[0]?.message).toContain('Acme')
  expect(await store.effects.ofSubmission(ids.never)).toEqual([])
  const { batchId = '' } = await resend(false)
  expect(await store.effects.ofSubmission(ids.never)).toEqual([])
  const { runtime } = stage.services
  await Promise.all([tickTriggers(runtime), tickTriggers(runtime)])
  const [again] = await store.effects.ofSubmission(ids.failed)
  expect(again).toMatchObject({ state: 'planned', problems: [] })
  expect(await store.effects.ofSubmission(ids.never)).toHaveLength(1)
  expect(await listed()).toEqual([])
  const batch = await ask<BatchView>('GET', `/batches/${batchId}`)
  expect(batch).toMatchObject({ expected: 4, counts: { skipped: 1, underWay: 3 } })
  expect(batch.cause).toContain('what was chosen for')
})

test('one that is not approved says what it waits for and what to do', async () => {
  const submission = await store.submissions.get(ids.never)
  await store.submissions.change({ id: ids.never, change: { status: 'pending' } })
  const { rows } = await resend(true)
  expect(rows.find(({ submissionId }) => submissionId === ids.never)).toMatchObject({
    does: 'refuse',
    message: expect.stringContaining('approve it under Tasks'),
  })
  await store.submissions.change({ id: ids.never, change: { status: submission?.status ?? 'approved' } })
})

test('G-13 while a send is being taken back the same form is not sent: neither once more, nor as another document', async () => {
  const [sent] = await store.effects.ofSubmission(ids.sent)
  const before = (await store.effects.ofSubmission(ids.failed)).length
  await ask('POST', `/effects/${sent?.id}/undo`, { reason: 'Wrong vendor' })
  const planned = await store.effects.ofSubmission(ids.sent)
  expect(planned.map(({ operation }) => operation)).toEqual(['create', 'cancel'])
  const { status, body } = await session('POST', `/submissions/${ids.sent}/send`, { connectionId })
  expect(status, JSON.stringify(body)).toBe(409)
  expect(body).toMatchObject({
    code: 'effect-not-resolvable',
    detail: expect.stringMatching(/being taken back just now: wait .+, then send the form again\.$/),
  })
  expect(await store.effects.ofSubmission(ids.sent)).toEqual(planned)
  // Of another form it says nothing.
  await ask('POST', `/submissions/${ids.failed}/send`, { connectionId })
  expect(await store.effects.ofSubmission(ids.failed)).toHaveLength(before)
})
