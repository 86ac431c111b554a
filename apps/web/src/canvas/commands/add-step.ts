import type { Edge, Graph, Step } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { placed } from '../surface/positions-of.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'
import { newEdgeId } from './new-id.ts'

/** Places a step, and connects it when an outlet is given. */
export function addStep(
  graph: Graph,
  added: { id: string; step: Step; from?: Edge['from'] | undefined },
): Command {
  const { id, step, from } = added
  const edges = from === undefined ? graph.edges : [...graph.edges, { id: newEdgeId(), from, to: id }]
  return changeGraph({
    name: messages.commands.add(step.name),
    before: graph,
    after: { steps: { ...placed(graph).steps, [id]: step }, edges },
  })
}
