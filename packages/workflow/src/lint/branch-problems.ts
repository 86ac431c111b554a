import type { Edge, Graph } from '../graph/graph.ts'
import type { Problem } from '../graph/problem.ts'
import type { DefinitionOf } from '../graph/start-step.ts'
import { type Branch, branchesOf } from './branches-of.ts'

interface Branching {
  graph: Graph
  definitionOf: DefinitionOf
}

/**
 * Holds branches to shapes that always run: each ends, or all of one split meet at the same step; nothing enters a
 * branch but through its split, and nothing leaves it but through the meeting step.
 */
export function branchProblems(drawn: Branching): Problem[] {
  const splits = stepsThat('split', drawn)
  const shapes = splits.map((split) => ({ split, branches: branchesOf(drawn, { split }) }))
  return [
    ...shapes.flatMap((shape) => meetingProblems(drawn, shape)),
    ...shapes.flatMap((shape) => borderProblems(drawn, shape)),
    ...meetingPlaceProblems(drawn, shapes),
  ]
}

interface Shape {
  split: string
  branches: readonly Branch[]
}

function meetingProblems({ graph }: Branching, { split, branches }: Shape): Problem[] {
  const meetings = new Set(branches.flatMap(({ meetings }) => [...meetings]))
  if (meetings.size <= 1) return []
  const named = [...meetings].map((id) => nameOf(graph, id)).join(', ')
  return [
    problem(split, {
      code: 'branches-meet-apart',
      message: `The branches of "${nameOf(graph, split)}" meet at different steps (${named}): lead them all to one.`,
    }),
  ]
}

/** Every step belongs to one branch, entered and left as drawn there. */
function borderProblems(drawn: Branching, { split, branches }: Shape): Problem[] {
  const { graph } = drawn
  if (branches.some(({ steps }) => steps.has(split))) return [leadsBack(graph, split)]
  return branches.flatMap((branch, position) =>
    [...branch.steps].flatMap((stepId) => {
      if (branches.slice(0, position).some(({ steps }) => steps.has(stepId))) return []
      if (branches.slice(position + 1).some(({ steps }) => steps.has(stepId)))
        return [mixes(graph, { stepId, split })]
      return graph.edges
        .filter((edge) => edge.to === stepId && !belongs(edge, branch))
        .map(({ from }) => leadsInto(graph, { from: from.step, split }))
    }),
  )
}

// The branch's own first arrow, or one between two of its steps.
function belongs({ id, from }: Edge, branch: Branch): boolean {
  return id === branch.first.id || branch.steps.has(from.step)
}

function leadsInto(graph: Graph, { from, split }: { from: string; split: string }): Problem {
  return problem(from, {
    code: 'into-a-branch',
    message: `"${nameOf(graph, from)}" leads into the middle of a branch of "${nameOf(graph, split)}": lead it to a step before the branches, or behind the place where they meet.`,
  })
}

function leadsBack(graph: Graph, split: string): Problem {
  return problem(split, {
    code: 'out-of-a-branch',
    message: `A branch of "${nameOf(graph, split)}" leads back to a step before it: keep it inside the branch, or send back behind the place where the branches meet.`,
  })
}

function mixes(graph: Graph, { stepId, split }: { stepId: string; split: string }): Problem {
  return problem(stepId, {
    code: 'branches-mix',
    message: `Several branches of "${nameOf(graph, split)}" lead to "${nameOf(graph, stepId)}", which would run once for each: let them meet first.`,
  })
}

/** A place where branches meet belongs to one split. */
function meetingPlaceProblems(drawn: Branching, shapes: readonly Shape[]): Problem[] {
  return stepsThat('meet', drawn).flatMap((stepId) => {
    const splits = shapes.filter(({ branches }) => branches.some(({ meetings }) => meetings.has(stepId)))
    if (splits.length === 1) return []
    const name = nameOf(drawn.graph, stepId)
    return [
      splits.length === 0
        ? problem(stepId, {
            code: 'nothing-meets',
            message: `No branches lead to "${name}": connect the branches that it waits for, or delete it.`,
          })
        : problem(stepId, {
            code: 'meets-several',
            message: `"${name}" waits for the branches of ${splits.length} steps at once: give each of them a join of its own.`,
          }),
    ]
  })
}

function stepsThat(branching: 'split' | 'meet', { graph, definitionOf }: Branching): string[] {
  return Object.keys(graph.steps).filter(
    (id) => definitionOf(graph.steps[id]?.kind ?? '')?.branching === branching,
  )
}

function nameOf(graph: Graph, stepId: string): string {
  return graph.steps[stepId]?.name ?? ''
}

function problem(stepId: string, found: Pick<Problem, 'code' | 'message'>): Problem {
  return { ...found, severity: 'error', stepId }
}
