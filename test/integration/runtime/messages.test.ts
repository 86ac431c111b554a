import { pauseRun, resumeRun, tickTriggers } from '@fieldledger/runtime'
import type { WebhookConfig } from '@fieldledger/steps'
import { createWorkWatch, defineInboxModels } from '@fieldledger/storage'
import type { Graph } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { formId, graphOf } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

const workflowId = 'workflow-message'
const memo = 'f_memo001'

let scene: Scene
afterEach(() => scene.close())

/** Another system starts a workflow that writes a value of its message into the memo. */
async function openMessageScene(config: Partial<WebhookConfig> = {}) {
  scene = await openScene()
  scene.workflows.push({ workflowId, version: 1, graph: writesMemo(config) })
  const { companyId, runtime, store } = scene
  const { messages } = defineInboxModels(scene.database.connection)
  return {
    ...scene,
    async arrives(body: unknown): Promise<string> {
      const id = v7()
      await store.inbox.insert({
        id,
        companyId,
        workflowId,
        messageId: id,
        sentAt: new Date(),
        receivedAt: new Date(),
        body: typeof body === 'string' ? body : JSON.stringify(body),
        state: 'received',
        tries: 0,
      })
      return id
    },
    async work(): Promise<void> {
      await tickTriggers(runtime)
      await scene.settle()
    },
    /** Whatever was put off is due; and arrived that long ago. */
    async isLater(ago = 0): Promise<void> {
      const receivedAt = new Date(Date.now() - ago)
      await messages.updateMany(
        { companyId, state: 'received' },
        { $set: { lookAt: new Date(0), receivedAt } },
      )
    },
    message: async (id: string) => store.inbox.get(id),
    memoOf: async (id: string) => (await store.submissions.get(id))?.values[memo],
  }
}

function writesMemo(config: Partial<WebhookConfig>): Graph {
  const start: WebhookConfig = {
    form: '/order/number',
    filter: { statuses: ['pending', 'approved'] },
    values: [{ name: 'note', pointer: '/note' }],
    paused: false,
    ...config,
  }
  const { steps } = graphOf({})
  const set = { field: memo, from: { source: 'given', name: 'note' } }
  return {
    steps: {
      ...Object.fromEntries(Object.entries(steps).filter(([id]) => id === 's_never')),
      s_start: { kind: 'webhook', name: 'Message', config: start },
      s_memo: { kind: 'set-field', name: 'Note it', config: set },
    },
    edges: [{ id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_memo' }],
  }
}

test('a message starts the form that it names by number, and its steps use what it gives', async () => {
  const { arrives, work, message, memoOf, submit, settle, timeline } = await openMessageScene()
  const { id, number } = await submit()
  const other = await submit()
  await settle()
  const arrived = await arrives({ order: { number }, note: 'Gate 4' })
  await work()
  expect(await message(arrived)).toMatchObject({ state: 'started', submissionIds: [id] })
  expect(await memoOf(id)).toBe('Gate 4')
  expect(await memoOf(other.id)).toBeUndefined()
  expect(await timeline(id)).toContain('message-started')
})

test('a message may name several forms, by number or id; what is unknown or does not fit is said, the others start', async () => {
  const { arrives, work, message, memoOf, submit, settle, cancel } = await openMessageScene()
  const forms = [await submit(), await submit(), await submit()]
  await settle()
  const [first, second, third] = forms.map(({ id }) => id)
  await cancel(third ?? '')
  const arrived = await arrives({
    order: { number: [forms[0]?.number, second, 'PO-9999', third] },
    note: 'Late',
  })
  await work()
  expect(await message(arrived)).toMatchObject({
    state: 'started',
    submissionIds: [first, second, third],
    reason: `There is no form "PO-9999". ${forms[2]?.number}: It is not one that the start takes, by its status or age.`,
  })
  expect([await memoOf(first ?? ''), await memoOf(second ?? ''), await memoOf(third ?? '')]).toEqual([
    'Late',
    'Late',
    undefined,
  ])
})

test('bad bodies are kept with their reason, and the message after them is worked on', async () => {
  const { arrives, work, message, submit, settle } = await openMessageScene()
  const { number } = await submit()
  await settle()
  const bad = [
    await arrives('{ no json'),
    await arrives(''),
    await arrives({ order: {} }),
    await arrives({ order: { number: { __proto__: 1, nested: 'x' } } }),
    await arrives({ order: { number: Array.from({ length: 201 }, (_, n) => `PO-${n}`) } }),
    await arrives('{"__proto__":{"order":{"number":"PO-0001"}}}'),
  ]
  const good = await arrives({ order: { number }, note: 'x' })
  await work()
  for (const id of bad)
    expect(await message(id)).toMatchObject({ state: 'refused', reason: expect.stringMatching(/: .+\.$/) })
  expect(await message(good)).toMatchObject({ state: 'started' })
})

test('while it is paused, or before it is published, nothing starts, and the delivery says why', async () => {
  const paused = await openMessageScene({ paused: true })
  const { number } = await paused.submit()
  const first = await paused.arrives({ order: { number } })
  await paused.work()
  expect(await paused.message(first)).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('paused'),
  })
  paused.workflows.pop()
  const second = await paused.arrives({ order: { number } })
  await paused.work()
  expect(await paused.message(second)).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('not published'),
  })
})

test('several workers that look into the inbox at once start each form once', async () => {
  const { arrives, message, submit, settle, store, runtime } = await openMessageScene()
  const { id, number } = await submit()
  await settle()
  const arrived = await arrives({ order: { number }, note: 'Once' })
  await Promise.all([1, 2, 3, 4].map(() => tickTriggers(runtime)))
  expect(await message(arrived)).toMatchObject({ state: 'started' })
  const runs = await store.runs.allActiveOf(id)
  expect(runs.filter((run) => run.workflowId === workflowId)).toHaveLength(1)
  expect(formId).toBe(runs[0]?.formId)
})

test('messages for a form that is busy with an earlier one wait for it, and begin one after the other in their order', async () => {
  const { arrives, work, isLater, message, memoOf, submit, settle, timeline } = await openMessageScene()
  const { id, number } = await submit()
  const other = await submit()
  await settle()
  const first = await arrives({ order: { number }, note: 'first' })
  const second = await arrives({ order: { number: [number, other.number, 'PO-9'] }, note: 'second' })
  const third = await arrives({ order: { number }, note: 'third' })
  await work()
  expect(await message(first)).toMatchObject({ state: 'started' })
  // The form of the second one that was free has begun; a look before its time changes nothing.
  expect([await memoOf(id), await memoOf(other.id)]).toEqual(['first', 'second'])
  expect(await message(second)).toMatchObject({
    state: 'received',
    reason: expect.stringMatching(`"PO-9".+${number}: An earlier run .+ The message begins it after that.`),
  })
  await work()
  expect(await memoOf(id)).toBe('first')
  for (const note of ['second', 'third']) {
    await isLater()
    await work()
    expect(await memoOf(id)).toBe(note)
  }
  expect(await message(second)).toMatchObject({
    state: 'started',
    reason: 'There is no form "PO-9".',
    submissionIds: expect.arrayContaining([id, other.id]),
  })
  expect(await message(third)).toMatchObject({ state: 'started' })
  expect((await message(third))?.reason).toBeUndefined()
  expect((await timeline(other.id)).filter((code) => code === 'message-started')).toHaveLength(1)
})

test('a message waits for a paused run a day at most, and then says what it waited for', async () => {
  const { arrives, work, isLater, message, memoOf, submit, settle, store, runtime, companyId } =
    await openMessageScene()
  const { id, number } = await submit()
  await settle()
  await arrives({ order: { number }, note: 'first' })
  await tickTriggers(runtime)
  const run = (await store.runs.allActiveOf(id)).find((one) => one.workflowId === workflowId)
  const which = { runtime, companyId, person: bookkeeper, runId: run?.id ?? '' }
  await pauseRun(which)
  const second = await arrives({ order: { number }, note: 'second' })
  await work()
  await isLater(23 * 3_600_000)
  await work()
  expect(await message(second)).toMatchObject({
    state: 'received',
    reason: expect.stringContaining('paused'),
  })
  await isLater(25 * 3_600_000)
  expect((await createWorkWatch(scene.database).oldestDue()).ms.messages).toBeGreaterThan(60_000)
  await work()
  expect(await message(second)).toMatchObject({
    state: 'refused',
    reason: expect.stringMatching('paused.+waited for a day.+send the message again'),
  })
  await resumeRun(which)
  await settle()
  expect(await memoOf(id)).toBe('first')
})
