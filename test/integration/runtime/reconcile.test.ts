import { RateLimited } from '@fieldledger/accounting'
import { resolveEffect, setRowAside, startReconciliation, tickReconciliations } from '@fieldledger/runtime'
import { defineReconciliationModels } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { viewReconciliation } from '../../../apps/api/src/sync/view-reconciliation.ts'
import { poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const month = new Date().toISOString().slice(0, 7)

/** Four orders in the ledger, by the memo of each: kept, changed and deleted there; and one that was typed there. */
async function booksOfMonth(): Promise<Map<string, string>> {
  scene = await openScene({ approval: false })
  // Two that read one page at once write each row once by its unique index.
  const models = Object.values(defineReconciliationModels(scene.database.connection))
  await Promise.all(models.map((model) => model.createIndexes()))
  const ids = new Map<string, string>()
  for (const memo of ['kept', 'edited', 'deleted', 'moved']) {
    ids.set(memo, (await scene.submit(poValues({ memo }))).id)
    await scene.settle()
  }
  const { ledger } = scene
  const remote = (memo: string) =>
    [...ledger.documents.values()].find((document) => document.memo === memo)?.reference.id ?? ''
  const [first] = ledger.documents.values()
  if (first !== undefined)
    ledger.documents.set('typed', { ...first, reference: { id: 'typed' }, number: 'HAND-1' })
  ledger.editByHand(remote('moved'), { date: '2020-01-31' })
  ledger.documents.delete(remote('deleted'))
  ledger.editByHand(remote('edited'), { memo: 'by hand' })
  return ids
}

async function compare(): Promise<void> {
  const { runtime, companyId, connection } = scene
  await startReconciliation({ runtime, companyId, person: bookkeeper, connectionId: connection.id, month })
  for (let tick = 0; tick < 5; tick += 1) await tickReconciliations(runtime)
}

const place = () => ({ connectionId: scene.connection.id, month })
const rows = () => scene.store.reconciliations.rows(place())
const outcomes = async () =>
  (await rows()).map(({ outcome, number, submissionId }) => [outcome, submissionId ?? number]).sort()

test('a month is compared both ways: kept, changed, gone there, moved to another day, typed there', async () => {
  const ids = await booksOfMonth()
  await compare()
  expect(await outcomes()).toEqual(
    [
      ['agrees', ids.get('kept')],
      ['differs', ids.get('edited')],
      ['differs', ids.get('moved')],
      ['missing-there', ids.get('deleted')],
      ['unknown-here', 'HAND-1'],
    ].sort(),
  )
  const found = await rows()
  const edited = found.find(({ submissionId }) => submissionId === ids.get('edited'))
  expect(edited?.differences).toEqual([{ field: 'Memo', sent: 'edited', found: 'by hand' }])
  expect(await scene.store.reconciliations.get(place())).toMatchObject({ state: 'finished', read: 3 })
  expect(await scene.timeline(ids.get('deleted') ?? '')).toContain('document-removed')
})

test('it goes on where it was left: a busy ledger is asked again later, from the same page', async () => {
  await booksOfMonth()
  const { runtime, companyId, connection, ledger } = scene
  ledger.rowsPerPage = 1
  ledger.listFaults.push(
    undefined,
    undefined,
    new RateLimited('Busy: it is asked again.', { retryAfterMs: 0 }),
  )
  await startReconciliation({ runtime, companyId, person: bookkeeper, connectionId: connection.id, month })
  const again = { runtime, companyId, person: bookkeeper, connectionId: connection.id, month }
  await expect(startReconciliation(again)).rejects.toMatchObject({ code: 'reconcile-refused' })
  await tickReconciliations(runtime)
  expect(await scene.store.reconciliations.get(place())).toMatchObject({ state: 'reading', read: 2 })
  for (let tick = 0; tick < 4; tick += 1)
    await Promise.all([tickReconciliations(runtime), tickReconciliations(runtime)])
  expect(await scene.store.reconciliations.get(place())).toMatchObject({ state: 'finished' })
  expect(await rows()).toHaveLength(5)
})

test('an entry that is set aside stays so through the next reading, unless something else is there then', async () => {
  await booksOfMonth()
  await compare()
  const { runtime, companyId } = scene
  const typed = (await rows()).find(({ remoteId }) => remoteId === 'typed')
  const aside = { runtime, companyId, person: bookkeeper, rowId: typed?.id ?? '' }
  await expect(setRowAside({ ...aside, reason: ' ' })).rejects.toMatchObject({ code: 'reconcile-refused' })
  await setRowAside({ ...aside, reason: 'Typed by Bea before we began' })
  await compare()
  const again = async () => (await rows()).find(({ remoteId }) => remoteId === 'typed')?.setAside
  expect(await again()).toMatchObject({ reason: 'Typed by Bea before we began', by: { name: 'Bea Books' } })
  scene.ledger.editByHand('typed', { number: 'HAND-2' })
  await compare()
  expect(await again()).toBeUndefined()
})

test('what was deleted there and sent again says that it was, until the books are compared again', async () => {
  const ids = await booksOfMonth()
  await compare()
  const { runtime, companyId } = scene
  const view = async () => {
    const { counts, rows: shown } = await viewReconciliation(
      { runtime },
      { scope: companyScope(companyId), ...place() },
    )
    const missing = shown.filter(({ outcome }) => outcome === 'missing-there')
    return { counts, missing: missing.map(({ sentAsNew }) => sentAsNew) }
  }
  expect((await view()).missing).toEqual([undefined])
  const { id: effectId } = await scene.createEffect(ids.get('deleted') ?? '')
  await resolveEffect({ runtime, companyId, person: bookkeeper, effectId, how: 'send-as-new' })
  await scene.settle()
  expect(await view()).toMatchObject({ missing: [true], counts: { missingThere: 1 } })
  await compare()
  expect(await view()).toMatchObject({ missing: [], counts: { missingThere: 0, agrees: 2 } })
})
