import { OutcomeUnknown } from '@fieldledger/accounting'
import { resolveEffect } from '@fieldledger/runtime'
import { markRestored } from '@fieldledger/storage'
import type { Db } from 'mongodb'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { type Backup, backUp, putBack } from '../../support/backup.ts'
import { poValues, type SceneOptions } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** The ledger keeps no keys, so that only a look can tell what is there. */
async function open(options: SceneOptions = {}): Promise<void> {
  scene = await openScene({ quietPeriodMs: 0, ...options })
  scene.ledger.keepsKeys = false
}

const database = () => scene.database.connection.db as unknown as Db

async function restore(backup: Backup): Promise<void> {
  await putBack(database(), backup)
  scene.connection.restored = { at: new Date().toISOString(), compared: false }
  await markRestored(scene.database)
}

const numbers = () => [...scene.ledger.documents.values()].map(({ number }) => number)
const newAfter = (id: string) => scene.store.submissions.get(id)

test('row 21: an order that was approved and sent after the backup is found and linked, not sent again', async () => {
  await open()
  const { id } = await scene.submit()
  await scene.settle()
  const backup = await backUp(database())
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  await restore(backup)
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed', sends: 0 })
  expect(await scene.timeline(id)).toEqual(expect.arrayContaining(['outcome-resolved', 'document-created']))
})

test('row 21: it stays so for the forms of the backup when a person has compared the books', async () => {
  await open()
  const { id } = await scene.submit()
  await scene.settle()
  const backup = await backUp(database())
  await scene.approve(id)
  await scene.settle()
  await restore(backup)
  scene.connection.restored = { at: new Date().toISOString(), compared: true }
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
})

test('row 21: what was unknown at the backup is looked for, not replayed: it may have gone out under another key since', async () => {
  await open({ approval: false, replayWindowMs: 600_000 })
  const { id } = await scene.submit()
  await scene.runs()
  scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('reset') })
  await scene.effects()
  expect((await scene.createEffect(id)).state).toBe('unknown')
  const backup = await backUp(database())
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  await restore(backup)
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
})

test('row 21: what the ledger does not have is sent, under a number that no lost form can have had', async () => {
  await open({ approval: false })
  await scene.submit()
  await scene.settle()
  const backup = await backUp(database())
  await scene.submit()
  await scene.settle()
  await restore(backup)
  const { id } = await scene.submit()
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(3)
  expect(new Set(numbers()).size).toBe(3)
  expect((await newAfter(id))?.status).toBe('approved')
})

test('row 21: a form that a phone sends again after the restore is asked about, once', async () => {
  await open({ approval: false })
  await scene.submit()
  await scene.settle()
  const backup = await backUp(database())
  const id = v7()
  await scene.submit(poValues({ price: '77' }), id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  await restore(backup)
  await scene.submit(poValues({ price: '77' }), id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  const [task] = await scene.tasks(id, 'unknown')
  expect(task?.problems).toMatchObject([{ code: 'arrived-late' }])
  const { runtime, companyId } = scene
  const effectId = (await scene.createEffect(id)).id
  await resolveEffect({ runtime, companyId, person: bookkeeper, effectId, how: 'not-there-send-again' })
  await scene.settle()
  expect(scene.ledger.creates).toBe(3)
})

test('row 21: an item that was made after the backup is linked', async () => {
  await open({
    unlinkedItems: { create: true, kind: 'non-inventory', expenseAccount: { id: 'a1' } },
  })
  scene.materials.set('m1', { id: 'm1', name: 'Copper pipe' })
  const { id } = await scene.submit(poValues({ materialId: 'm1' }))
  await scene.settle()
  const backup = await backUp(database())
  await scene.approve(id)
  await scene.settle()
  scene.links.delete('material:m1')
  await restore(backup)
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.items.size).toBe(1)
  expect(scene.ledger.creates).toBe(1)
})
