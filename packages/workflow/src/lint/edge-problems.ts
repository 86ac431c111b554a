import type { Edge, Graph } from '../graph/graph.ts'
import type { Problem } from '../graph/problem.ts'
import type { DefinitionOf } from '../graph/start-step.ts'

/** Arrows that no workflow can have; the canvas refuses to draw them with the same reason. */
export function edgeProblems(input: { graph: Graph; definitionOf: DefinitionOf }): Problem[] {
  const { graph } = input
  return graph.edges.flatMap((edge) => {
    const others = { ...graph, edges: graph.edges.filter(({ id }) => id !== edge.id) }
    const reason = refuseEdge({ graph: others, edge, definitionOf: input.definitionOf })
    return reason === undefined
      ? []
      : [
          {
            code: 'illegal-edge',
            severity: 'error',
            message: reason,
            stepId: edge.from.step,
          } satisfies Problem,
        ]
  })
}

/** Why an arrow may not be drawn into this graph, as a sentence; undefined when it may. */
export function refuseEdge(input: {
  graph: Graph
  edge: Pick<Edge, 'from' | 'to'>
  definitionOf: DefinitionOf
}): string | undefined {
  const { graph, edge, definitionOf } = input
  const from = graph.steps[edge.from.step]
  const to = graph.steps[edge.to]
  if (from === undefined || to === undefined) return 'This arrow leads to a step that is gone: delete it.'
  if (edge.from.step === edge.to) return 'A step cannot lead to itself: choose another step.'
  if (definitionOf(to.kind)?.trigger === true) return 'Nothing can lead to the start: choose a later step.'
  const outlets = definitionOf(from.kind)?.outlets(from.config) ?? []
  if (!outlets.some(({ id }) => id === edge.from.outlet))
    return 'This arrow starts at an outlet that the step does not have: delete it.'
  if (definitionOf(from.kind)?.branching === 'split') return twice(graph, edge)
  const taken = graph.edges.some(
    (other) => other.from.step === edge.from.step && other.from.outlet === edge.from.outlet,
  )
  return taken
    ? 'This outlet already leads somewhere: delete its arrow first, or insert the step on it.'
    : undefined
}

// Several arrows may leave an outlet of a step that splits, each a branch of its own.
function twice(graph: Graph, { from, to }: Pick<Edge, 'from' | 'to'>): string | undefined {
  return graph.edges.some((other) => other.from.step === from.step && other.to === to)
    ? 'A branch leads to this step already: choose another step.'
    : undefined
}
