import { severalVendors } from '@fieldledger/forms'
import { preflightUnsent } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { formId, poValues, tableField, vendorField } from './order-form.ts'
import { fieldUser, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

async function foreseen(values: unknown) {
  const { runtime, companyId } = scene
  const request = { id: v7(), formVersion: 1, values }
  const rows = await preflightUnsent({ runtime, companyId, person: fieldUser, formId, request })
  return rows.map(({ providerLabel, problems }) => [providerLabel, ...problems.map(({ code }) => code)])
}

test('a form that is being filled in hears what would stop it, and nothing of what is only not filled in yet', async () => {
  scene = await openScene()
  const vendors = { id: 'vendor-2', name: 'Brightline', state: 'active' } as const
  scene.vendors.set('vendor-2', vendors)
  expect(await foreseen({})).toEqual([['The Double']])
  expect(await foreseen(poValues())).toEqual([['The Double']])
  expect(await foreseen({ [vendorField]: ['vendor-2'] })).toEqual([['The Double', 'vendor-not-linked']])
  scene.connection.ledger = { closedThrough: '2999-12-31' }
  expect(await foreseen(poValues())).toEqual([['The Double', 'period-closed']])
  // Half a number is no number yet.
  const [line] = poValues()[tableField] as object[]
  expect(await foreseen({ [tableField]: [{ ...line, quantity: '1.' }] })).toEqual([])
})

test('G-02 several vendors in a form are told while it is filled in, held at the step, and one document leaves once one is picked', async () => {
  scene = await openScene({ approval: false, severalVendors: true })
  const both = { ...poValues(), [vendorField]: ['vendor-1', 'vendor-2'] }
  expect(await foreseen(both)).toEqual([['The Double', 'several-vendors']])
  const { id } = await scene.submit(both)
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems).toMatchObject([
    { code: 'several-vendors', cure: 'edit-form', message: severalVendors },
  ])
  expect(scene.ledger.creates).toBe(0)
  await scene.revise(id, poValues())
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed', target: { part: '' } })
  expect([scene.ledger.creates, await scene.tasks(id, 'held')]).toEqual([1, []])
})

test('G-22 a default account that was archived in the ledger is told beforehand, and holds the document with its cure', async () => {
  scene = await openScene({ approval: false })
  scene.links.set('account:ours', { id: 'a1', name: 'Supplies', active: false })
  expect(await foreseen(poValues())).toEqual([['The Double', 'connection-default-account-inactive']])
  const { id } = await scene.submit()
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems).toMatchObject([{ cure: 'choose-account', params: { connectionId: 'connection-1' } }])
  expect(scene.ledger.creates).toBe(0)
})
