import { settleVendors } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const quarry = { id: 'vendor-new', name: 'Quarry Brothers', phone: '555-0100' }
const link = () => scene.links.set(`vendor:${quarry.id}`, { id: 'v2', name: quarry.name, active: true })
const settle = () => settleVendors({ runtime: scene.runtime, companyId: scene.companyId, person: bookkeeper })

test('a proposed vendor has a task from submit on, and its document goes on once the vendor is linked', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submitProposing(quarry)
  const [task] = await scene.tasks(id, 'proposed-vendor')
  expect(task).toMatchObject({ vendorId: quarry.id, assignees: { roles: ['bookkeeper', 'admin'] } })
  expect(task?.problems?.[0]?.message).toContain(
    'Fred Field did not find "Quarry Brothers", 555-0100, in the list',
  )

  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'planned', waitingFor: 'cure' })
  expect(await scene.tasks(id, 'held')).toEqual([])

  link()
  await settle()
  expect(await scene.tasks(id, 'proposed-vendor')).toEqual([])
  expect(scene.vendors.get(quarry.id)?.state).toBe('active')
  expect(await scene.timeline(id)).toContain('vendor-settled')
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed' })
  expect(scene.ledger.creates).toBe(1)
})

test('the same form twice, and another one that names the vendor, make no second task', async () => {
  scene = await openScene({ approval: false })
  const first = await scene.submitProposing(quarry)
  await scene.submitProposing(quarry, first.id)
  const other = await scene.submitProposing(quarry)
  await scene.settle()
  const tasks = await scene.store.tasks.list({ vendorId: quarry.id })
  expect(tasks.map(({ submissionId }) => submissionId)).toEqual([first.id])
  expect(await scene.tasks(other.id, 'held')).toEqual([])
  link()
  await settle()
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
})

test('a vendor that was taken in but is not linked is asked for by the document that needs it', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submitProposing(quarry)
  await scene.settle()
  scene.vendors.set(quarry.id, { ...quarry, state: 'active' })
  await settle()
  await scene.settle()
  expect(await scene.tasks(id, 'proposed-vendor')).toEqual([])
  expect(await scene.tasks(id, 'held')).toHaveLength(1)
})

test('a form that is cancelled, or names the vendor no more, takes the task back; another that waits gets its own', async () => {
  scene = await openScene({ approval: false })
  const first = await scene.submitProposing(quarry)
  const other = await scene.submitProposing(quarry)
  await scene.settle()
  await scene.revise(first.id, poValues())
  await scene.settle()
  expect(await scene.store.tasks.list({ vendorId: quarry.id, states: ['open'] })).toEqual([])
  expect(await scene.tasks(other.id, 'held')).toHaveLength(1)

  const third = await scene.submitProposing({ id: 'vendor-newer', name: 'Sand & Sons' })
  expect(await scene.tasks(third.id, 'proposed-vendor')).toHaveLength(1)
  await scene.cancel(third.id)
  expect(await scene.tasks(third.id, 'proposed-vendor')).toEqual([])
})

test('G-02 the task about a vendor that only a line names stays while a line names it', async () => {
  scene = await openScene({ perVendor: true })
  const { id } = await scene.submitProposing(quarry)
  await scene.revise(id, poValues({ lineVendor: quarry.id, price: '11' }))
  expect(await scene.tasks(id, 'proposed-vendor')).toHaveLength(1)
  await scene.revise(id, poValues({ lineVendor: 'vendor-1' }))
  expect(await scene.tasks(id, 'proposed-vendor')).toEqual([])
})

test('a link that comes while the document is being made ready is not missed', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submitProposing(quarry)
  const { links } = scene.runtime.ports.lookups
  const { find } = links
  links.find = async (which) => {
    const before = await find(which)
    links.find = find
    link()
    await settle()
    return before
  }
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed' })
  expect(await scene.tasks(id, 'held')).toEqual([])
})
