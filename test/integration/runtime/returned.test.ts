import { decideTask, TaskAlreadyDecided } from '@fieldledger/runtime'
import type { Graph } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { graphOf, poValues } from './order-form.ts'
import { approver, fieldUser, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

function sendBackGraph(): Graph {
  const { steps, edges } = graphOf({})
  const back = {
    kind: 'edit-form',
    name: 'Back',
    config: { assignees: { roles: [], people: [], submitter: true } },
  }
  return {
    steps: { ...steps, s_back01: back },
    edges: [
      ...edges,
      { id: 'e_back01', from: { step: 's_approve', outlet: 'rejected' }, to: 's_back01' },
      { id: 'e_again1', from: { step: 's_back01', outlet: 'returned' }, to: 's_approve' },
    ],
  }
}

/** Submitted, rejected, and now with its submitter again. */
async function sentBack(): Promise<string> {
  scene = await openScene()
  scene.workflows.splice(0, 1, { version: 1, graph: sendBackGraph() })
  const { id } = await scene.submit()
  await scene.settle()
  const { runtime, companyId } = scene
  const taskId = await openTask(id)
  await decideTask({ runtime, companyId, person: approver, taskId, choice: 'reject', note: 'Too dear.' })
  await scene.settle()
  return id
}

async function openTask(submissionId: string): Promise<string> {
  const [task] = await scene.store.tasks.list({ submissionId, states: ['open'] })
  return task?.id ?? ''
}

test('a form that was sent back is returned by revising it, and the same run asks again and sends it', async () => {
  const id = await sentBack()
  const run = await scene.store.runs.activeOf(id)
  await scene.revise(id, poValues({ price: '8' }))
  await scene.settle()
  expect((await scene.store.runs.activeOf(id))?.id).toBe(run?.id)
  const tasks = await scene.store.tasks.list({ submissionId: id })
  expect(tasks.map(({ kind, state }) => [kind, state])).toEqual([
    ['approval', 'open'],
    ['edit-form', 'done'],
    ['approval', 'done'],
  ])
  await scene.approve(id)
  await scene.settle()
  expect([...scene.ledger.documents.values()].map(({ net }) => net.minor)).toEqual([1600])
})

test('a returned form is returned once: its button comes too late', async () => {
  const id = await sentBack()
  const { runtime, companyId } = scene
  const taskId = await openTask(id)
  await scene.revise(id, poValues({ price: '8' }))
  await expect(
    decideTask({ runtime, companyId, person: fieldUser, taskId, choice: 'done' }),
  ).rejects.toBeInstanceOf(TaskAlreadyDecided)
})
