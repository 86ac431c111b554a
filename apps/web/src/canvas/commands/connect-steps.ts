import type { Edge, Graph } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'
import { newEdgeId } from './new-id.ts'

export function connectSteps(graph: Graph, edge: { from: Edge['from']; to: string }): Command {
  return changeGraph({
    name: messages.commands.connect(graph.steps[edge.to]?.name ?? ''),
    before: graph,
    after: { steps: graph.steps, edges: [...graph.edges, { id: newEdgeId(), ...edge }] },
  })
}
