import { needsAttention, startCure, tickTriggers } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { bookkeeper, openScene, type Scene } from './scene.ts'
import { openScheduledScene } from './scheduled-scene.ts'

let scene: Scene
afterEach(() => scene.close())

test('a vendor without a link holds its forms as one cause; linked, one click sends them all, each once, with a summary', async () => {
  scene = await openScene({ approval: false })
  const { runtime, companyId, links, ledger, store, submit, settle } = scene
  const link = links.get('vendor:vendor-1')
  links.clear()
  const forms = [await submit(), await submit(), await submit()]
  await settle()
  const [cause, ...others] = await needsAttention({ runtime, companyId })
  expect(others).toEqual([])
  expect(cause).toMatchObject({ key: 'vendor-not-linked connection-1 vendor-1', cure: 'link-vendor' })
  expect(cause?.problems[0]?.params).toMatchObject({ vendorId: 'vendor-1', connectionId: 'connection-1' })
  const again = async () => {
    const id = v7()
    await startCure({ runtime, companyId, person: bookkeeper, id, cause: cause?.key ?? '' })
    await Promise.all([tickTriggers(runtime), tickTriggers(runtime)])
    expect((await store.batches.get(id))?.state).toBe('running')
    await settle()
    await tickTriggers(runtime)
    expect((await store.batches.get(id))?.state).toBe('finished')
    return (await store.batches.counts([id])).get(id)
  }
  // Nothing was cured: they come back with the reason.
  expect(await again()).toMatchObject({ failed: 3, sent: 0, underWay: 0 })
  expect(ledger.documents.size).toBe(0)
  if (link !== undefined) links.set('vendor:vendor-1', link)
  expect(await again()).toMatchObject({ sent: 3, failed: 0, underWay: 0 })
  expect(ledger.documents.size).toBe(forms.length)
  expect(await needsAttention({ runtime, companyId })).toEqual([])
})

test('runs that stopped for want of a connection are tried again, and stand as failed while there is none', async () => {
  scene = await openScene({ approval: false })
  const { runtime, companyId, connection, store, submit, settle, ledger } = scene
  connection.state = 'disconnected'
  await submit()
  await settle()
  const again = async () => {
    const [cause] = await needsAttention({ runtime, companyId })
    const id = v7()
    await startCure({ runtime, companyId, person: bookkeeper, id, cause: cause?.key ?? '' })
    await tickTriggers(runtime)
    await settle()
    await tickTriggers(runtime)
    return (await store.batches.counts([id])).get(id)
  }
  expect(await again()).toMatchObject({ failed: 1, underWay: 0 })
  connection.state = 'active'
  expect(await again()).toMatchObject({ sent: 1, underWay: 0 })
  expect(ledger.documents.size).toBe(1)
})

test('two nights without a connection stand as one entry; tried again it is sent, once', async () => {
  const nights = await openScheduledScene()
  scene = nights
  const { runtime, companyId, connection, ledger } = nights
  const id = await nights.approved()
  connection.state = 'needs-reconnect'
  await nights.schedule()
  await nights.batchRuns()
  await nights.isDue()
  await nights.batchRuns()
  connection.state = 'active'
  const [cause] = await needsAttention({ runtime, companyId })
  expect(cause?.entries.map(({ submissionId }) => submissionId)).toEqual([id])
  await startCure({ runtime, companyId, person: bookkeeper, id: v7(), cause: cause?.key ?? '' })
  await nights.batchRuns()
  expect((await nights.batches()).map(({ state }) => state)).toEqual(['finished', 'finished', 'finished'])
  expect(ledger.documents.size).toBe(1)
  expect(await needsAttention({ runtime, companyId })).toEqual([])
})

test('of two runs of one workflow that stand still with one form, one is tried again, and no batch waits for the other', async () => {
  scene = await openScene({ approval: false })
  const { runtime, companyId, connection, store, submit, settle, ledger } = scene
  connection.state = 'disconnected'
  const { runId = '' } = await submit()
  await settle()
  const first = await store.runs.get(runId)
  if (first === undefined) throw new RangeError('No run.')
  // As two messages for one form leave them: each is work of its own.
  await store.runs.insert({ ...first, id: v7(), given: { note: 'second' } })
  connection.state = 'active'
  const [cause] = await needsAttention({ runtime, companyId })
  expect(cause?.entries).toHaveLength(2)
  const id = v7()
  await startCure({ runtime, companyId, person: bookkeeper, id, cause: cause?.key ?? '' })
  await tickTriggers(runtime)
  await settle()
  await tickTriggers(runtime)
  expect((await store.batches.get(id))?.state).toBe('finished')
  expect((await store.batches.counts([id])).get(id)).toMatchObject({ sent: 1, underWay: 0 })
  expect(ledger.documents.size).toBe(1)
})
