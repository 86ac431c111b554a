import { createSubmissionIndex } from '@fieldledger/storage'
import { afterEach, expect, test } from 'vitest'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** Start → memo set → then a bookkeeper and Ann are responsible. */
const graph = {
  steps: {
    s_start: { kind: 'form-submitted', name: 'Start', config: {} },
    s_memo: {
      kind: 'set-field',
      name: 'Memo',
      config: { field: 'f_memo001', from: { source: 'constant', value: 'Deliver to the gate.' } },
    },
    s_assign: {
      kind: 'assign',
      name: 'Assign',
      config: { by: 'names', who: { roles: ['bookkeeper'], people: ['p-ann'] }, tell: true },
    },
  },
  edges: [
    { id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_memo' },
    { id: 'e_bbbb', from: { step: 's_memo', outlet: 'next' }, to: 's_assign' },
  ],
}

test('a workflow sets a field and who is responsible: kept, stamped, listed, without a new revision', async () => {
  scene = await openScene()
  scene.workflows.push({ version: 2, graph })
  const { id, values } = await scene.submit()
  await scene.settle()
  const after = await scene.store.submissions.get(id)
  expect(after).toMatchObject({
    revision: 1,
    values: { ...values, f_memo001: 'Deliver to the gate.' },
    responsible: { people: ['p-ann'], roles: ['bookkeeper'] },
    totals: { total: { minor: 2000 } },
  })
  expect((await scene.timeline(id)).slice(-3)).toEqual(['field-set', 'assigned', 'finished'])

  const index = createSubmissionIndex(scene.database)
  const listed = async (people: string[], roles: string[]) => {
    const query = { responsible: { people, roles }, sort: 'newest' as const, limit: 10 }
    const person = { id: 'p-admin', role: 'admin' as const, projectIds: [] }
    return (await index.list(scene.store.scope, { person, query })).rows.map((row) => row.id)
  }
  expect(await listed(['p-ann'], [])).toEqual([id])
  expect(await listed(['p-bob'], ['bookkeeper'])).toEqual([id])
  expect(await listed(['p-bob'], ['approver'])).toEqual([])
})
