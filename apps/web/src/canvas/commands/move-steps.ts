import type { Graph } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { placed } from '../surface/positions-of.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'
import { type Positions, withPositions } from './with-positions.ts'

export function moveSteps(graph: Graph, positions: Positions): Command {
  return changeGraph({
    name: messages.commands.move(Object.keys(positions).length),
    before: graph,
    after: { steps: withPositions(placed(graph).steps, positions), edges: graph.edges },
  })
}
