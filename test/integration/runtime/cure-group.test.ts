import { needsAttention, startCure, tickTriggers } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { bookkeeper, openScene, type Scene } from './scene.ts'

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
