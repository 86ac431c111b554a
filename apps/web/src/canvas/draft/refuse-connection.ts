import { stepDefinition } from '@fieldledger/steps'
import { type Edge, type Graph, refuseEdge } from '@fieldledger/workflow'

/** Why this edge may not be drawn, in the words of lint; undefined when it may. */
export function refuseConnection(graph: Graph, edge: Pick<Edge, 'from' | 'to'>): string | undefined {
  return refuseEdge({ graph, edge, definitionOf: stepDefinition })
}
