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
