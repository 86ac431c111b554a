import type { Graph } from '../graph/graph.ts'
import type { DefinitionOf } from '../graph/start-step.ts'
import { branchesOf } from '../lint/branches-of.ts'
import type { Token } from './token.ts'

/** The names of the steps where the run stands now and would stand then, or why it has to stay. */
export type VersionMove = { stands: string[] } & ({ wouldStand: string[] } | { refused: string })

/** Can a run that waits go on by another version of its workflow? Each token stays at its step, when that is there. */
export function moveToVersion(move: {
  before: Graph
  after: Graph
  tokens: readonly Token[]
  definitionOf: DefinitionOf
}): VersionMove {
  const { before, after, tokens, definitionOf } = move
  const nameIn = (graph: Graph, stepId: string) => graph.steps[stepId]?.name ?? stepId
  const stands = tokens.map(({ stepId }) => nameIn(before, stepId))
  for (const { stepId } of tokens) {
    const name = nameIn(before, stepId)
    const there = after.steps[stepId]
    if (there === undefined) return { stands, refused: `"${name}" is not in that version.` }
    if (there.kind !== before.steps[stepId]?.kind)
      return { stands, refused: `"${name}" is another kind of step in that version.` }
    const around = (graph: Graph) => splitsAround(stepId, { graph, definitionOf })
    if (around(before) !== around(after))
      return { stands, refused: `The branches around "${name}" are drawn otherwise in that version.` }
  }
  return { stands, wouldStand: tokens.map(({ stepId }) => nameIn(after, stepId)) }
}

/** The splits in whose branches the step lies, or where they meet. */
function splitsAround(stepId: string, drawn: { graph: Graph; definitionOf: DefinitionOf }): string {
  return Object.keys(drawn.graph.steps)
    .filter((id) => drawn.definitionOf(drawn.graph.steps[id]?.kind ?? '')?.branching === 'split')
    .filter((id) =>
      branchesOf(drawn, { split: id }).some(
        ({ steps, meetings }) => steps.has(stepId) || meetings.has(stepId),
      ),
    )
    .sort()
    .join()
}
