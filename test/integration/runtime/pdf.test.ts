import { executeRun } from '@fieldledger/runtime'
import { createFileStore } from '@fieldledger/storage'
import { afterEach, expect, test } from 'vitest'
import { createFormPrinter } from '../../../apps/worker/src/create-form-printer.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const graph = {
  steps: {
    s_start: { kind: 'form-submitted', name: 'Start', config: {} },
    s_print: { kind: 'pdf', name: 'Print', config: {} },
  },
  edges: [{ id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_print' }],
}

test('a form is kept as one PDF of its own, though the worker died between printing and checkpoint', async () => {
  scene = await openScene()
  scene.workflows.push({ version: 2, graph })
  const files = createFileStore(scene.database)
  scene.runtime.printer = createFormPrinter(files)
  const { id } = await scene.submit()
  const [run] = await scene.claimRuns()
  if (run === undefined) throw new RangeError('No run was due.')
  const { stores } = scene.runtime.ports
  const { saveCheckpoint, transact } = stores
  const printed = async () => (await scene.database.connection.collection('files').countDocuments({})) > 0
  const untilPrinted =
    <Given extends unknown[], Answer>(save: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (await printed()) throw new RangeError('killed')
      return save(...given)
    }
  Object.assign(stores, { saveCheckpoint: untilPrinted(saveCheckpoint), transact: untilPrinted(transact) })
  await executeRun({ runtime: scene.runtime, run })
  expect(await printed()).toBe(true)
  Object.assign(stores, { saveCheckpoint, transact })
  const kept = async () => (await scene.store.submissions.get(id))?.documents
  expect(await kept()).toBeUndefined()
  await scene.settle()

  const documents = await kept()
  expect(documents).toMatchObject({ s_print: { name: 'PO-0001.pdf', contentType: 'application/pdf' } })
  expect((await scene.timeline(id)).slice(-2)).toEqual(['document-made', 'finished'])
  const file = await files.find(scene.store.scope, documents?.s_print?.id ?? '')
  expect(file).toMatchObject({ submissionIds: [id], size: documents?.s_print?.size })
  expect(await scene.database.connection.collection('files').countDocuments({})).toBe(1)
  const pieces: Buffer[] = []
  for await (const piece of files.open({ id: file?.id ?? '' })) pieces.push(piece as Buffer)
  expect(Buffer.concat(pieces).subarray(0, 5).toString()).toBe('%PDF-')
})
