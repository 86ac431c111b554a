import type { WorkflowDraft } from '@fieldledger/contract'
import { changeGraph } from '../commands/change-graph.ts'
import { replaceGraph } from '../commands/replace-graph.ts'
import type { EditorStore } from '../draft/editor-store.ts'
import { messages } from '../messages.ts'
import type { Autosave } from './autosave.ts'

/** Their draft instead of ours; undo brings ours back. */
export function takeTheirs(at: { store: EditorStore; autosave: Autosave; theirs: WorkflowDraft }): void {
  const { store, autosave, theirs } = at
  const { history, run } = store.getState()
  run(
    replaceGraph(history.graph, {
      graph: theirs.graph,
      name: messages.conflict.tookTheirs(theirs.updatedBy),
    }),
  )
  autosave.rebase({ graph: store.getState().history.graph, revision: theirs.revision })
}

/** What we changed since our last save, laid on top of their draft. */
export function keepMineOnTop(at: { store: EditorStore; autosave: Autosave; theirs: WorkflowDraft }): void {
  const { store, autosave, theirs } = at
  const { history, run } = store.getState()
  const mine = changeGraph({ name: '', before: autosave.base().graph, after: history.graph })
  const both = withoutDanglingEdges(mine.apply(theirs.graph))
  run(replaceGraph(history.graph, { graph: both, name: messages.conflict.keptMine(theirs.updatedBy) }))
  autosave.rebase({ graph: theirs.graph, revision: theirs.revision })
}

// They may have deleted a step that one of our edges meets, or connected an outlet that we connected too.
function withoutDanglingEdges(graph: WorkflowDraft['graph']): WorkflowDraft['graph'] {
  const taken = new Set<string>()
  const edges = graph.edges.toReversed().filter((edge) => {
    const exit = `${edge.from.step} ${edge.from.outlet}`
    const fits =
      graph.steps[edge.from.step] !== undefined && graph.steps[edge.to] !== undefined && !taken.has(exit)
    taken.add(exit)
    return fits
  })
  return { ...graph, edges: edges.toReversed() }
}
