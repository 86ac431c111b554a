import {
  InactiveReference,
  LedgerUnavailable,
  OutcomeUnknown,
  RateLimited,
  ReconnectNeeded,
} from '@fieldledger/accounting'
import {
  ledgerStates,
  mostOfOneConnection,
  needsAttention,
  resolveEffect,
  retryHeld,
  wakeConnection,
} from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues, type SceneOptions } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const lost = () => new OutcomeUnknown('reset')

async function sent(options: SceneOptions = {}): Promise<string> {
  scene = await openScene({ approval: false, ...options })
  const { id } = await scene.submit()
  await scene.runs()
  return id
}

/** Without keys: every unknown outcome is looked up, at once. */
const looksUp: SceneOptions = { replayWindowMs: null, quietPeriodMs: 0 }

test('without replay keys an unknown create is found by its number and confirmed', async () => {
  const id = await sent(looksUp)
  scene.ledger.keepsKeys = false
  scene.ledger.faults.push({ when: 'after', error: lost() })
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect((await scene.createEffect(id)).state).toBe('confirmed')
})

test('what was looked for and not found is sent once more', async () => {
  const id = await sent(looksUp)
  scene.ledger.faults.push({ when: 'before', error: lost() })
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  expect(scene.ledger.documents.size).toBe(1)
  expect(await scene.timeline(id)).toEqual(
    expect.arrayContaining(['outcome-unknown', 'outcome-resolved', 'document-created']),
  )
})

async function needsPerson(): Promise<{ id: string; effectId: string }> {
  const id = await sent(looksUp)
  for (let count = 0; count < 8; count += 1) scene.ledger.faults.push({ when: 'before', error: lost() })
  await scene.settle()
  const effect = await scene.createEffect(id)
  expect(effect.state).toBe('needs-person')
  expect(await scene.tasks(id, 'unknown')).toHaveLength(1)
  return { id, effectId: effect.id }
}

function resolve(
  effectId: string,
  how: 'link-existing' | 'not-there-send-again' | 'stop',
  remoteId?: string,
) {
  const { runtime, companyId } = scene
  const more = remoteId === undefined ? {} : { remoteId }
  return resolveEffect({
    runtime,
    companyId,
    person: bookkeeper,
    effectId,
    how,
    reason: 'not wanted',
    ...more,
  })
}

test('looking again at a document that asks for an answer changes nothing, and nobody is said to have tried', async () => {
  const { id } = await needsPerson()
  const [task] = await scene.tasks(id, 'unknown')
  const { runtime, companyId } = scene
  const asked = { runtime, companyId, person: bookkeeper, taskId: task?.id ?? '' }
  expect(await retryHeld(asked)).toEqual({ woken: 0 })
  expect(await scene.timeline(id)).not.toContain('retried')
  expect(await scene.tasks(id, 'unknown')).toHaveLength(1)
})

test('a person who looked and did not find it has it sent again, under a new key', async () => {
  const { id, effectId } = await needsPerson()
  await resolve(effectId, 'not-there-send-again')
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect((await scene.createEffect(id)).attemptGroup).toBe(2)
  expect(await scene.tasks(id, 'unknown')).toHaveLength(0)
})

test('a person links the document that stands in the books; one of another form is refused', async () => {
  const { id, effectId } = await needsPerson()
  const other = await scene.submit()
  await scene.settle()
  const [theirs] = scene.ledger.documents.values()
  await expect(resolve(effectId, 'link-existing', theirs?.reference.id)).rejects.toThrow(/number/)
  const { number } = (await scene.store.submissions.get(id)) ?? {}
  scene.ledger.documents.set('d99', {
    ...(theirs ?? {}),
    reference: { id: 'd99' },
    number,
  } as never)
  await resolve(effectId, 'link-existing', 'd99')
  await scene.settle()
  expect((await scene.createEffect(id)).confirmation).toMatchObject({
    reference: { id: 'd99' },
    verified: 'verified',
  })
  expect((await scene.createEffect(other.id)).confirmation?.reference.id).toBe(theirs?.reference.id)
})

test('a person stops it: nothing is sent and the workflow goes on by its failed outlet', async () => {
  const { id, effectId } = await needsPerson()
  await resolve(effectId, 'stop')
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(0)
  expect((await scene.createEffect(id)).state).toBe('stopped')
  expect((await scene.store.runs.activeOf(id))?.state).toBe('needs-attention')
})

test('a rate limit costs no attempt, an unreachable ledger is tried later', async () => {
  const id = await sent()
  scene.ledger.faults.push({ when: 'before', error: new RateLimited('slow', { retryAfterMs: 1 }) })
  scene.ledger.faults.push({ when: 'before', error: new LedgerUnavailable('down') })
  await scene.effects()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'planned', sends: 0 })
  await scene.workerDies()
  await expect
    .poll(async () => {
      await scene.settle()
      return (await scene.createEffect(id)).state
    })
    .toBe('confirmed')
  expect(scene.ledger.documents.size).toBe(1)
})

test('a ledger that is full holds up its queue: nobody else asks before its time, and each says why it waits and until when', async () => {
  scene = await openScene({ approval: false })
  const submissions = []
  for (let order = 0; order < mostOfOneConnection + 2; order += 1) submissions.push(await scene.submit())
  await scene.runs()
  const full = new RateLimited('It takes no more just now: it goes on by itself.', { retryAfterMs: 60_000 })
  scene.ledger.faults.push({ when: 'before', error: full })
  await scene.effects()
  expect(scene.ledger.documents.size).toBe(mostOfOneConnection - 1)
  expect((await scene.claimEffects()).filter(({ state }) => state === 'planned')).toEqual([])
  const { runtime, companyId } = scene
  const told = await ledgerStates({ runtime, companyId, submissions })
  const waiting = [...told.values()].flat().filter(({ state }) => state === 'waiting')
  expect(waiting).toHaveLength(3)
  for (const { message, goesOnAt } of waiting) {
    expect(message).toBe('It takes no more just now: it goes on by itself.')
    expect(goesOnAt?.getTime()).toBeGreaterThan(Date.now() + 30_000)
  }
})

test('S4-01 without an active connection nothing is sent, and the reason is named', async () => {
  scene = await openScene({ approval: false })
  scene.connection.state = 'disconnected'
  const { id } = await scene.submit()
  await scene.settle()
  const run = await scene.store.runs.activeOf(id)
  expect(run).toMatchObject({ state: 'needs-attention', error: { code: 'no-connection' } })
})

function connectAgain() {
  scene.connection.state = 'active'
  const { runtime, companyId, connection } = scene
  return wakeConnection({ runtime, companyId, connectionId: connection.id })
}

test('effects wait for a connection that must be made again, and go on when it is', async () => {
  const id = await sent()
  scene.ledger.faults.push({ when: 'before', error: new ReconnectNeeded('withdrawn') })
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'planned', waitingFor: 'connection' })
  await connectAgain()
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
})

test('so does a read-back: until then it stands among what needs attention', async () => {
  const id = await sent()
  scene.ledger.readFaults.push(new ReconnectNeeded('withdrawn'))
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed', waitingFor: 'connection' })
  const { runtime, companyId } = scene
  const states = await ledgerStates({ runtime, companyId, submissions: [{ id, revision: 1 }] })
  expect(states.get(id)).toMatchObject([{ state: 'needs-attention', cure: 'reconnect' }])
  expect(await needsAttention({ runtime, companyId })).toMatchObject([
    { code: 'reconnect-needed', cure: 'reconnect', entries: [{ submissionId: id }] },
  ])
  await connectAgain()
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ confirmation: { verified: 'verified' } })
  expect(await needsAttention({ runtime, companyId })).toEqual([])
})

test('one that is read back while the connection is made again does not miss it', async () => {
  const id = await sent()
  scene.ledger.readFaults.push(new ReconnectNeeded('withdrawn'))
  const { needsReconnect } = scene.runtime.ports.lookups.connections
  scene.runtime.ports.lookups.connections.needsReconnect = async (lost) => {
    const now = await needsReconnect(lost)
    await connectAgain()
    return now
  }
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ confirmation: { verified: 'verified' } })
})

test('a refusal of the consent of before does not undo the one that a person has just given', async () => {
  const id = await sent()
  scene.ledger.readFaults.push(new ReconnectNeeded('withdrawn'))
  const { needsReconnect } = scene.runtime.ports.lookups.connections
  scene.runtime.ports.lookups.connections.needsReconnect = (lost) => {
    scene.connection.connectedAt = new Date().toISOString()
    return needsReconnect(lost)
  }
  await scene.settle()
  expect(scene.connection.state).toBe('active')
  expect(await scene.createEffect(id)).toMatchObject({ confirmation: { verified: 'verified' } })
})

test('a refusal that names a record by the ledger’s id leads to ours, and to the form that links it', async () => {
  const id = await sent()
  const params = { record: 'vendor', id: 'v1', name: 'Acme' }
  const error = new InactiveReference('The vendor “Acme” is inactive there: link another one.', { params })
  scene.ledger.faults.push({ when: 'before', error })
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  const { connectionId } = await scene.createEffect(id)
  expect(task?.problems).toMatchObject([
    { cure: 'link-vendor', params: { ...params, connectionId, vendorId: 'vendor-1' } },
  ])
  const [cause] = await needsAttention({ runtime: scene.runtime, companyId: scene.companyId })
  expect(cause?.key).toBe(`inactive-reference ${connectionId} vendor-1`)
})

test('S3-08 a held document names its problem, is cured and goes on', async () => {
  const vendor = { id: 'v1', name: 'Acme', active: true }
  scene = await openScene({ approval: false })
  scene.links.clear()
  const { id } = await scene.submit()
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  expect(task).toMatchObject({ cure: 'link-vendor', problems: [{ code: 'vendor-not-linked' }] })
  scene.links.set('vendor:vendor-1', vendor)
  await retryHeld({
    runtime: scene.runtime,
    companyId: scene.companyId,
    person: bookkeeper,
    taskId: task?.id ?? '',
  })
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect(await scene.tasks(id, 'held')).toHaveLength(0)
})

test('S4-19 two orders that need the same new item make it once and link it', async () => {
  scene = await openScene({
    approval: false,
    unlinkedItems: { create: true, kind: 'non-inventory', expenseAccount: { id: 'a1' } },
  })
  scene.materials.set('m1', { id: 'm1', name: 'Copper pipe' })
  const orders = await Promise.all([1, 2].map(() => scene.submit(poValues({ materialId: 'm1' }))))
  await scene.settle()
  expect(scene.ledger.items.size).toBe(1)
  expect(scene.ledger.documents.size).toBe(2)
  expect(scene.links.get('material:m1')).toMatchObject({ name: 'Copper pipe' })
  const timelines = await Promise.all(orders.map(({ id }) => scene.timeline(id)))
  expect(timelines.flat().filter((code) => code === 'item-created')).toHaveLength(1)
})

test('an item whose name is taken there is linked instead of made', async () => {
  scene = await openScene({
    approval: false,
    unlinkedItems: { create: true, kind: 'non-inventory', expenseAccount: { id: 'a1' } },
  })
  scene.materials.set('m1', { id: 'm1', name: 'Copper pipe' })
  scene.ledger.items.set('i7', {
    reference: { id: 'i7' },
    name: 'Copper pipe',
    kind: 'service',
    active: true,
  })
  await scene.submit(poValues({ materialId: 'm1' }))
  await scene.settle()
  expect(scene.links.get('material:m1')?.id).toBe('i7')
  expect([...scene.ledger.documents.values()][0]?.lines[0]?.item?.id).toBe('i7')
})

test('a person stops the making of an item: the document that waits for it says so, and is made once that person has thought better of it', async () => {
  scene = await openScene({
    approval: false,
    unlinkedItems: { create: true, kind: 'non-inventory', expenseAccount: { id: 'a1' } },
  })
  scene.materials.set('m1', { id: 'm1', name: 'Copper pipe' })
  const { id } = await scene.submit(poValues({ materialId: 'm1' }))
  await scene.runs()
  await scene.effects()
  const item = (await scene.store.effects.ofSubmission(id)).find(({ target }) => target.kind === 'item')
  await resolve(item?.id ?? '', 'stop')
  await scene.settle()
  expect(scene.ledger.items.size).toBe(0)
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems).toMatchObject([{ code: 'item-refused', cure: 'link-item' }])
  const { runtime, companyId } = scene
  await retryHeld({ runtime, companyId, person: bookkeeper, taskId: task?.id ?? '' })
  await scene.settle()
  expect([scene.ledger.items.size, scene.ledger.documents.size]).toEqual([1, 1])
  expect(await scene.tasks(id, 'held')).toHaveLength(0)
})

test('a read-back that fails leaves the document confirmed: only the reading is tried again', async () => {
  scene = await openScene({ approval: false, replayWindowMs: null })
  scene.ledger.keepsKeys = false
  scene.ledger.readFaults.push(new LedgerUnavailable('The ledger is down.'))
  const { id } = await scene.submit()
  await scene.runs()
  await scene.effects()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed', sends: 1 })
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
})
