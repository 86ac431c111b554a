import { DocumentRejected, LedgerUnavailable } from '@fieldledger/accounting'
import type { FormContent } from '@fieldledger/forms'
import { addComment, executeEffect } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { content, formId, poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const scan = { id: 'file-1', name: 'scan.pdf', contentType: 'application/pdf', size: 3 }
const withFiles: FormContent = {
  ...content,
  fields: [...content.fields, { kind: 'attachments', id: 'f_files01', label: 'Files' }],
}
const values = () => ({ ...poValues({ memo: 'Gate 3' }), f_files01: [scan] })

/** A form whose document there has notes and files beside it. */
async function open(): Promise<void> {
  scene = await openScene({ approval: false, quietPeriodMs: 0, replayWindowMs: null })
  const { form } = scene.runtime.ports.versions
  scene.runtime.ports.versions.form = async (which) => {
    const found = await form(which)
    return found === undefined || found.formId !== formId ? found : { ...found, content: withFiles }
  }
  const { capabilities } = scene.connection
  const { 'purchase-order': order } = capabilities.documents
  if (order === undefined) throw new RangeError('The double takes no orders.')
  const beside = { ...order, notesBeside: true, commentsBeside: true, files: { most: 10, bytes: 1000 } }
  const documents = { ...capabilities.documents, 'purchase-order': beside }
  scene.connection.capabilities = { ...capabilities, documents }
}
const comment = (submissionId: string, text: string) =>
  addComment({ runtime: scene.runtime, companyId: scene.companyId, person: bookkeeper, submissionId, text })
const besideThere = async (id: string) => {
  const { confirmation } = await scene.createEffect(id)
  return [...(scene.ledger.beside.get(confirmation?.reference.id ?? '') ?? [])].toSorted()
}

test('S1-14 S1-15 S1-16 the memo, the comments and the files of a form stand beside its document there', async () => {
  await open()
  const { id } = await scene.submit(values())
  await comment(id, 'Two pallets were damaged.')
  await scene.settle()
  expect(await besideThere(id)).toEqual(['Gate 3', 'Two pallets were damaged.', 'scan.pdf'])
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
  expect((await scene.createEffect(id)).frozen?.input).not.toHaveProperty('files')
})

test('S1-15 a comment on what was sent already goes after it, and nothing is sent once more', async () => {
  await open()
  const { id } = await scene.submit(values())
  await scene.settle()
  await comment(id, 'Agreed by phone.')
  await scene.settle()
  expect(await besideThere(id)).toContain('Agreed by phone.')
  expect([scene.ledger.creates, scene.ledger.updates]).toEqual([1, 0])
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
  expect((await scene.timeline(id)).filter((code) => code === 'document-created')).toHaveLength(1)
})

test.each(['before', 'after'] as const)(
  'a failure %s they arrived leaves the document confirmed, and they are there once when it is tried again',
  async (when) => {
    await open()
    const { id } = await scene.submit(values())
    const error = new LedgerUnavailable('The line is cut.')
    scene.ledger.besideFaults.push({ when, error }, { when, error })
    await scene.runs()
    await scene.effects()
    expect(await scene.createEffect(id)).toMatchObject({
      state: 'confirmed',
      confirmation: { verified: 'pending' },
    })
    await scene.settle()
    expect(await besideThere(id)).toEqual(['Gate 3', 'scan.pdf'])
    expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
    expect(scene.ledger.creates).toBe(1)
  },
)

test('a worker that dies between the document and its notes loses neither', async () => {
  await open()
  const { id } = await scene.submit(values())
  await scene.runs()
  const [effect] = await scene.claimEffects()
  if (effect === undefined) expect.unreachable('the document is due')
  const { run } = scene.ledger
  scene.ledger.run = (call) =>
    call.operation === 'document.attach' ? new Promise(() => undefined) : run.call(scene.ledger, call)
  void executeEffect({ runtime: scene.runtime, effect, fresh: () => true })
  await expect.poll(async () => (await scene.createEffect(id)).state).toBe('confirmed')
  expect(await besideThere(id)).toEqual([])
  scene.ledger.run = run
  await scene.workerDies()
  await scene.settle()
  expect(await besideThere(id)).toEqual(['Gate 3', 'scan.pdf'])
  expect(scene.ledger.creates).toBe(1)
})

test('what the ledger refuses beside it is told, and the document stands', async () => {
  await open()
  const { id } = await scene.submit(values())
  const error = new DocumentRejected('It takes no such files.')
  scene.ledger.besideFaults.push({ when: 'before', error })
  await scene.settle()
  const { state, confirmation } = await scene.createEffect(id)
  expect(state).toBe('confirmed')
  expect(confirmation).toMatchObject({
    verified: 'differs',
    differences: [{ field: 'beside', sent: 'Notes and files', found: 'It takes no such files.' }],
  })
  expect(scene.ledger.documents.size).toBe(1)
})

test('G-04 what still has to be approved there is stamped as waiting for it', async () => {
  await open()
  scene.ledger.readsAs = (document) => ({ ...document, awaitsApproval: true })
  const { id } = await scene.submit(values())
  await scene.settle()
  expect(await scene.timeline(id)).toContain('document-awaits-approval')
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
})
