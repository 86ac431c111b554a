import type { Graph } from './graph.ts'
import { type DefinitionOf, startStep } from './start-step.ts'

/** Names of what the start of a workflow gives to its steps. */
export function givenByStart(graph: Graph, definitionOf: DefinitionOf): string[] {
  const step = graph.steps[startStep(graph, definitionOf) ?? '']
  const start = step === undefined ? undefined : definitionOf(step.kind)?.starts?.(step.config)
  return start?.on === 'message' ? start.values.map(({ name }) => name) : []
}
