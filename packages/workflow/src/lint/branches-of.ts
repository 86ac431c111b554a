import type { Edge, Graph } from '../graph/graph.ts'
import type { DefinitionOf } from '../graph/start-step.ts'

/** What runs behind one arrow out of a split, as far as the step where it meets the others. */
export interface Branch {
  first: Edge
  steps: ReadonlySet<string>
  /** Where it comes to an end with others; several only in a drawing that lint refuses. */
  meetings: ReadonlySet<string>
}

interface Drawn {
  graph: Graph
  definitionOf: DefinitionOf
}

/** The branches of a split; a split inside of a branch belongs to that branch, together with its own meeting place. */
export function branchesOf(drawn: Drawn, at: { split: string; within?: readonly string[] }): Branch[] {
  const { split, within = [] } = at
  return drawn.graph.edges
    .filter(({ from }) => from.step === split)
    .map((first) => branchBehind(drawn, { first, within: [...within, split] }))
}

function branchBehind(drawn: Drawn, way: { first: Edge; within: readonly string[] }): Branch {
  const { graph, definitionOf } = drawn
  const { first, within } = way
  const steps = new Set<string>()
  const meetings = new Set<string>()
  const ahead = [first.to]
  for (let stepId = ahead.pop(); stepId !== undefined; stepId = ahead.pop()) {
    const branching = definitionOf(graph.steps[stepId]?.kind ?? '')?.branching
    if (branching === 'meet') {
      meetings.add(stepId)
      continue
    }
    if (steps.has(stepId)) continue
    steps.add(stepId)
    if (branching === 'split' && within.includes(stepId)) continue
    const inner = branching === 'split' ? branchesOf(drawn, { split: stepId, within }) : []
    for (const branch of inner) for (const one of [...branch.steps, ...branch.meetings]) steps.add(one)
    const leaving = branching === 'split' ? inner.flatMap((branch) => [...branch.meetings]) : [stepId]
    ahead.push(...graph.edges.filter(({ from }) => leaving.includes(from.step)).map(({ to }) => to))
  }
  return { first, steps, meetings }
}
