import type { Graph } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { layOut } from '../surface/lay-out.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'
import { withPositions } from './with-positions.ts'

export function tidyUp(graph: Graph): Command {
  return changeGraph({
    name: messages.commands.tidyUp,
    before: graph,
    after: { steps: withPositions(graph.steps, layOut(graph)), edges: graph.edges },
  })
}
