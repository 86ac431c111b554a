import { OutcomeUnknown } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import { previewDocument } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues, type SceneOptions, tableField } from './order-form.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const only = () => [...scene.ledger.documents.values()][0]
const linkTo = (id: string, origin = 'https://forms.example.com') =>
  `${origin}/submissions/${id}?company=${scene.companyId}`

/** An order whose memo no field is mapped to, in a ledger that takes the way back in place of it. */
async function sent(options: SceneOptions = {}): Promise<string> {
  scene = await openScene({ approval: false, ...options })
  linksBack(true)
  unmapMemo()
  const { id } = await scene.submit(poValues({ price: '10' }))
  await scene.settle()
  return id
}

function linksBack(does: boolean) {
  const { capabilities } = scene.connection
  const documents = Object.entries(capabilities.documents).map(([kind, can]) => [
    kind,
    { ...can, linksBack: does },
  ])
  Object.assign(capabilities, { documents: Object.fromEntries(documents) })
}

function unmapMemo() {
  for (const { config } of Object.values(scene.workflows[0]?.graph.steps ?? {}))
    if (config.mapping !== undefined)
      Object.assign(config, { mapping: { ...config.mapping, memo: undefined } })
}

async function shown(submissionId: string): Promise<string | null> {
  const { runtime, companyId, connection } = scene
  return (await previewDocument({ runtime, companyId, submissionId, connectionId: connection.id })).memo
}

test('G-24 the way back is shown before and stands there; once the server has moved nothing is sent for that alone', async () => {
  const id = await sent()
  expect([await shown(id), only()?.memo]).toEqual([linkTo(id), linkTo(id)])
  expect((await scene.createEffect(id)).confirmation).toMatchObject({ verified: 'verified', differences: [] })

  const moved = 'https://moved.example.com'
  scene.runtime.publicUrl = moved
  await scene.revise(id, poValues({ price: '10' }))
  await scene.settle()
  expect(await scene.timeline(id)).toContain('document-unchanged')
  expect([scene.ledger.updates, only()?.memo]).toEqual([0, linkTo(id)])

  await scene.revise(id, poValues({ price: '11' }))
  await scene.settle()
  expect(await scene.tasks(id, 'held')).toEqual([])
  expect([scene.ledger.updates, only()?.memo, await shown(id)]).toEqual([
    1,
    linkTo(id, moved),
    linkTo(id, moved),
  ])
})

test('G-24 a memo that somebody typed in over the way back is not written over unasked', async () => {
  const id = await sent()
  scene.ledger.editByHand(only()?.reference.id ?? '', { memo: 'By hand' })
  await scene.revise(id, poValues({ price: '11' }))
  await scene.settle()
  expect(only()?.memo).toBe('By hand')
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems).toContainEqual(
    expect.objectContaining({
      params: expect.objectContaining({ field: 'Memo', ours: linkTo(id), theirs: 'By hand' }),
    }),
  )
})

test('G-24 what a bookkeeper had changed there as the form then was is no difference for an earlier way back, or none', async () => {
  const id = await sent()
  const { net, total, lines } = only() ?? {}
  const cases = [
    { price: '11', memo: linkTo(id, 'https://moved.example.com') },
    { price: '12', memo: undefined },
  ]
  for (const { price, memo } of cases) {
    const figures = JSON.parse(
      JSON.stringify({ net, total, lines }).replaceAll('"minor":2000', `"minor":${Number(price) * 200}`),
    )
    scene.ledger.editByHand(only()?.reference.id ?? '', { ...figures, memo })
    await scene.revise(id, poValues({ price }))
    await scene.settle()
    expect(await scene.tasks(id, 'held')).toEqual([])
    expect((await scene.createEffect(id)).confirmation).toMatchObject({
      verified: 'verified',
      differences: [],
    })
  }
  expect(scene.ledger.updates).toBe(0)
})

test('G-24 a way back that somebody took out there keeps no change from going that the ledger does not give back', async () => {
  const id = await sent()
  scene.ledger.editByHand(only()?.reference.id ?? '', { memo: '' })
  await scene.revise(id, otherPriceSameAmount())
  await scene.settle()
  expect([scene.ledger.updates, only()?.memo]).toEqual([1, linkTo(id)])
})

test('G-24 an update of which nobody knows whether it arrived is not there as long as its way back is not', async () => {
  const id = await sent({ quietPeriodMs: 0, replayWindowMs: null })
  await scene.revise(id, otherPriceSameAmount())
  scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('cut off') })
  scene.ledger.onWire = async () => {
    scene.ledger.onWire = undefined
    scene.ledger.editByHand(only()?.reference.id ?? '', { memo: '' })
  }
  await expect
    .poll(async () => {
      await scene.settle()
      await scene.workerDies()
      return [scene.ledger.updates, only()?.memo]
    })
    .toEqual([2, linkTo(id)])
})

/** What the ledger does not give back. */
function otherPriceSameAmount() {
  const values = poValues({ price: '20' })
  const rows = values[tableField] as MaterialRow[]
  return { ...values, [tableField]: rows.map((row) => ({ ...row, quantity: '1' })) }
}
