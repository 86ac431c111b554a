// @vitest-environment jsdom
import type { WorkflowDraft } from '@fieldledger/contract'
import type { Graph } from '@fieldledger/workflow'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../api/api-problem.ts'
import { renameStep } from '../commands/rename-step.ts'
import { createEditorStore } from '../draft/editor-store.ts'
import { sampleGraph } from '../testing/sample-graph.ts'
import { type Saved, type SaveState, startAutosave } from './autosave.ts'
import { keepMineOnTop, takeTheirs } from './settle-conflict.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function draftOf(graph: Graph, revision: number): WorkflowDraft {
  return {
    formId: 'form',
    graph,
    revision,
    publishedVersion: null,
    changed: true,
    problems: [],
    updatedAt: '2026-11-23T10:00:00Z',
    updatedBy: 'Ben',
  }
}

function open() {
  const graph = sampleGraph()
  const server = { draft: draftOf(graph, 1), saves: 0 }
  const store = createEditorStore({ graph, editable: true, now: () => 0 })
  const states: SaveState['state'][] = []
  const autosave = startAutosave({
    store,
    start: { graph, revision: 1 },
    delayMs: 700,
    onSaved: () => undefined,
    onState: ({ state }) => states.push(state),
    save: async (next: Saved) => {
      if (next.revision !== server.draft.revision) throw stale(server.draft)
      server.saves += 1
      server.draft = draftOf(next.graph, next.revision + 1)
      return server.draft
    },
  })
  const rename = (stepId: string, name: string) => {
    const { run, history } = store.getState()
    run(renameStep(history.graph, { stepId, name }))
  }
  const nameOf = (stepId: string) => store.getState().history.graph.steps[stepId]?.name
  return { server, store, states, autosave, rename, nameOf }
}

function stale({ revision }: WorkflowDraft): ApiProblem {
  return new ApiProblem({
    type: 'about:blank',
    title: 'Stale',
    status: 409,
    code: 'stale-draft',
    detail: 'Stale',
    conflict: { revision, by: 'Ben', at: '2026-11-23T10:00:00Z', changes: ['Renamed "Then" to "Later"'] },
  })
}

function someoneRenames(server: { draft: WorkflowDraft }) {
  const { graph, revision } = server.draft
  const theirs = renameStep(graph, { stepId: 's_then', name: 'Later' })?.apply(graph) ?? graph
  server.draft = draftOf(structuredClone(theirs), revision + 1)
}

test('several quick changes are one save, with the revision they were made on', async () => {
  const { server, rename, states, autosave } = open()
  rename('s_then', 'One')
  rename('s_then', 'Two')
  await vi.advanceTimersByTimeAsync(800)
  expect(server.saves).toBe(1)
  expect(server.draft.graph.steps.s_then?.name).toBe('Two')
  expect(states.at(-1)).toBe('saved')
  expect(autosave.unsaved()).toBe(false)
})

test('a stale save asks; "Take theirs" shows theirs, and undo brings mine back', async () => {
  const { server, store, states, autosave, rename, nameOf } = open()
  someoneRenames(server)
  rename('s_decide', 'Mine')
  await vi.advanceTimersByTimeAsync(800)
  expect(states.at(-1)).toBe('conflict')
  takeTheirs({ store, autosave, theirs: server.draft })
  expect([nameOf('s_then'), nameOf('s_decide')]).toEqual(['Later', 'Decide'])
  store.getState().undo()
  expect([nameOf('s_then'), nameOf('s_decide')]).toEqual(['Then', 'Mine'])
})

test('"Keep mine on top" saves both changes', async () => {
  const { server, store, autosave, rename } = open()
  someoneRenames(server)
  rename('s_decide', 'Mine')
  await vi.advanceTimersByTimeAsync(800)
  keepMineOnTop({ store, autosave, theirs: server.draft })
  await vi.advanceTimersByTimeAsync(800)
  expect(server.draft.graph.steps.s_then?.name).toBe('Later')
  expect(server.draft.graph.steps.s_decide?.name).toBe('Mine')
  expect(autosave.unsaved()).toBe(false)
})
