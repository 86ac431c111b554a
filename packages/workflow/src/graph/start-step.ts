import type { StepDefinition } from '../steps/define-step.ts'
import type { Graph } from './graph.ts'

export type DefinitionOf = (kind: string) => StepDefinition | undefined

/** The trigger from which a token starts. Lint holds a published graph to exactly one. */
export function startStep(graph: Graph, definitionOf: DefinitionOf): string | undefined {
  return Object.entries(graph.steps).find(([, step]) => definitionOf(step.kind)?.trigger === true)?.[0]
}
