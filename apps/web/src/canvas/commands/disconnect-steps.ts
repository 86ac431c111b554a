import type { Graph } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'

export function disconnectSteps(graph: Graph, edgeIds: readonly string[]): Command {
  return changeGraph({
    name: messages.commands.disconnect,
    before: graph,
    after: { steps: graph.steps, edges: graph.edges.filter(({ id }) => !edgeIds.includes(id)) },
  })
}
