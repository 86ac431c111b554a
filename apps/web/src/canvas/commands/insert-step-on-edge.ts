import type { Graph, Step } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { placed } from '../surface/positions-of.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'
import { makeRoomBelow } from './make-room-below.ts'
import { newEdgeId } from './new-id.ts'

/** Puts a step between two others; what stands below moves down as far as it must. */
export function insertStepOnEdge(
  graph: Graph,
  inserted: { id: string; step: Step; outlet: string | undefined; edgeId: string },
): Command {
  const { id, step, outlet, edgeId } = inserted
  const edges = graph.edges.flatMap((edge) => {
    if (edge.id !== edgeId) return [edge]
    const onward = outlet === undefined ? [] : [{ id: newEdgeId(), from: { step: id, outlet }, to: edge.to }]
    return [{ ...edge, to: id }, ...onward]
  })
  const steps = makeRoomBelow({ ...placed(graph).steps, [id]: step }, { edges, stepId: id })
  return changeGraph({ name: messages.commands.insert(step.name), before: graph, after: { steps, edges } })
}
