import type { Edge, Graph } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'

/** Takes steps away; where one had a single way on, its predecessors are connected to its successor. */
export function deleteSteps(graph: Graph, ids: readonly string[]): Command {
  const names = ids.map((id) => graph.steps[id]?.name ?? '')
  return changeGraph({
    name:
      names.length === 1
        ? messages.commands.delete(names[0] ?? '')
        : messages.commands.deleteMany(names.length),
    before: graph,
    after: ids.reduce(withoutStep, graph),
  })
}

function withoutStep(graph: Graph, id: string): Graph {
  const { [id]: _removed, ...steps } = graph.steps
  const onward = graph.edges.filter((edge) => edge.from.step === id && edge.to !== id)
  const successor = onward.length === 1 ? onward[0]?.to : undefined
  return { steps, edges: graph.edges.flatMap((edge) => healed(edge, { id, successor })) }
}

function healed(edge: Edge, gone: { id: string; successor: string | undefined }): Edge[] {
  if (edge.from.step === gone.id) return []
  if (edge.to !== gone.id) return [edge]
  if (gone.successor === undefined || gone.successor === edge.from.step) return []
  return [{ ...edge, to: gone.successor }]
}
