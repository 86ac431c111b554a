import { OutcomeUnknown } from '@fieldledger/accounting'
import { preflightForm, retryHeld } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { jobField, poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

test('S4-21 S4-22 an approved form arrives in the ledger once, is read back and stamped', async () => {
  scene = await openScene()
  const { id, status } = await scene.submit()
  expect(status).toBe('pending')
  await scene.settle()
  expect(scene.ledger.creates).toBe(0)
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect(await scene.timeline(id)).toEqual(
    [
      'submitted',
      'approval-asked',
      'approved',
      'status-changed',
      'sending',
      'document-created',
      'finished',
    ].filter((code) => code !== 'lines-as-expense'),
  )
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
  expect((await scene.store.submissions.get(id))?.status).toBe('approved')
})

test('a crash after sending is unknown and is resolved by the same key', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.runs()
  scene.ledger.faults.push({ when: 'after', error: new OutcomeUnknown('reset') })
  await scene.effects()
  expect((await scene.createEffect(id)).state).toBe('unknown')
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect(new Set(scene.ledger.calls.map(({ requestKey }) => requestKey)).size).toBe(1)
  expect(await scene.timeline(id)).toContain('document-created')
})

test('S3-01 a form submitted twice with the same id is one form', async () => {
  scene = await openScene()
  const first = await scene.submit(poValues(), '019e0000-0000-7000-8000-000000000001')
  const [second, third] = await Promise.all([
    scene.submit(poValues(), first.id),
    scene.submit(poValues(), first.id),
  ])
  expect([second.number, third.number]).toEqual([first.number, first.number])
})

test('a job arrives as the customer who is called so there, and is waited for until there is one', async () => {
  scene = await openScene({ approval: false, job: true })
  const { runtime, companyId, ledger } = scene
  const { id } = await scene.submit({ ...poValues(), [jobField]: ['job-1'] })
  await scene.settle()
  expect(ledger.documents.size).toBe(0)
  const [task] = await scene.tasks(id, 'held')
  expect(task).toMatchObject({ problems: [{ code: 'project-missing' }] })
  expect(task?.problems?.[0]?.message).toContain('no customer or project called "Pier 9"')

  ledger.customers.push({ id: 'c9', name: 'Pier 9', active: true })
  expect(await preflightForm({ runtime, companyId, submissionId: id })).toMatchObject([{ problems: [] }])
  await retryHeld({ runtime, companyId, person: bookkeeper, submissionId: id })
  await scene.settle()
  const [order] = ledger.documents.values()
  expect(order?.lines).toMatchObject([{ projects: [{ id: 'c9', name: 'Pier 9' }] }])
})
