import { type Graph, type Start, startStep } from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'

/** How a workflow of this graph begins; undefined = it has no trigger. */
export function graphStart({ steps }: Pick<Runtime, 'steps'>, graph: Graph): Start | undefined {
  const stepId = startStep(graph, (kind) => steps[kind]?.definition)
  const step = stepId === undefined ? undefined : graph.steps[stepId]
  return step === undefined ? undefined : steps[step.kind]?.definition.starts?.(step.config)
}
