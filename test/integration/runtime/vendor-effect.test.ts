import { DocumentRejected, OutcomeUnknown } from '@fieldledger/accounting'
import { createVendor, leaveVendorCreation, vendorCreations } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const quarry = { id: 'vendor-new', name: 'Quarry Brothers' }
const lost = { when: 'after' as const, error: new OutcomeUnknown('The answer was lost.') }

const create = (vendorId = quarry.id) =>
  createVendor({
    runtime: scene.runtime,
    companyId: scene.companyId,
    person: bookkeeper,
    vendorId,
    connectionId: scene.connection.id,
  })
const shown = async () => {
  const { runtime, companyId } = scene
  return (await vendorCreations({ runtime, companyId, vendorIds: [quarry.id] })).get(quarry.id)
}
const made = () => [...scene.ledger.vendors.values()].map(({ name }) => name)
const linked = () => scene.links.get(`vendor:${quarry.id}`)

async function openWithVendor(options = {}): Promise<void> {
  scene = await openScene({ approval: false, ...options })
  scene.vendors.set(quarry.id, { ...quarry, state: 'active' })
}

test('a vendor is made once however often it is asked for, and the documents that it held go on', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submitProposing(quarry)
  await scene.settle()
  await Promise.all([create(), create()])
  await create()
  expect(await shown()).toMatchObject([{ state: 'waiting' }])
  await scene.settle()
  expect(made()).toEqual(['Quarry Brothers'])
  expect(linked()).toBeDefined()
  expect(await shown()).toBeUndefined()
  expect(await scene.tasks(id, 'proposed-vendor')).toEqual([])
  expect(await scene.timeline(id)).toContain('vendor-created')
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed' })
  await create()
  expect(made()).toHaveLength(1)
})

test('a lost answer is unknown, never a second vendor: it is resolved under the same key', async () => {
  await openWithVendor()
  scene.ledger.faults.push(lost)
  await create()
  await scene.effects()
  expect(await shown()).toMatchObject([{ state: 'unknown' }])
  await create()
  await scene.settle()
  expect(made()).toHaveLength(1)
  expect(linked()).toBeDefined()
  expect(new Set(scene.ledger.calls.map(({ requestKey }) => requestKey)).size).toBe(1)
})

test('without replay keys a lost vendor is found by its name after the quiet period', async () => {
  await openWithVendor({ replayWindowMs: null, quietPeriodMs: 0 })
  scene.ledger.keepsKeys = false
  scene.ledger.faults.push(lost)
  await create()
  await scene.settle()
  expect(made()).toHaveLength(1)
  expect(linked()).toBeDefined()
})

test('a worker that dies after the intent leaves one vendor', async () => {
  await openWithVendor()
  await create()
  const { run } = scene.ledger
  scene.ledger.onWire = async () => {
    scene.ledger.onWire = undefined
    await scene.workerDies()
  }
  await scene.effects()
  scene.ledger.run = run
  await scene.settle()
  expect(made()).toHaveLength(1)
  expect(linked()).toBeDefined()
})

test('a vendor of that name that is there already is linked, not made', async () => {
  await openWithVendor()
  scene.ledger.vendors.set('v7', { reference: { id: 'v7' }, name: 'Quarry Brothers', active: true })
  await create()
  await scene.settle()
  expect(made()).toHaveLength(1)
  expect(linked()).toMatchObject({ id: 'v7' })
})

test('one that is linked with another of ours is not taken from it; the reason is shown', async () => {
  await openWithVendor()
  scene.ledger.vendors.set('v1', { reference: { id: 'v1' }, name: 'Quarry Brothers', active: true })
  await create()
  await scene.settle()
  expect(linked()).toBeUndefined()
  expect(await shown()).toMatchObject([{ state: 'rejected', code: 'remote-taken' }])
})

test('a refusal is shown with its reason, and asking again tries again', async () => {
  await openWithVendor()
  scene.ledger.faults.push({ when: 'before', error: new DocumentRejected('A customer has this name.') })
  await create()
  await scene.settle()
  expect(await shown()).toMatchObject([{ state: 'rejected', message: 'A customer has this name.' }])
  await create()
  await scene.settle()
  expect(made()).toHaveLength(1)
  expect(linked()).toBeDefined()
})

test('a vendor that is linked by hand while it is in doubt keeps that link', async () => {
  await openWithVendor()
  scene.ledger.faults.push(lost)
  await create()
  await scene.effects()
  scene.links.set(`vendor:${quarry.id}`, { id: 'v9', name: 'Quarry Inc', active: true })
  const { runtime, companyId, connection } = scene
  await leaveVendorCreation({ runtime, companyId, vendorId: quarry.id, connectionId: connection.id })
  await scene.settle()
  expect(linked()).toMatchObject({ id: 'v9' })
})
