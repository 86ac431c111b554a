import type { Graph } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'

export function renameStep(graph: Graph, change: { stepId: string; name: string }): Command | undefined {
  const step = graph.steps[change.stepId]
  if (step === undefined || change.name === step.name) return undefined
  return changeGraph({
    name: messages.commands.rename(change.name),
    before: graph,
    after: { ...graph, steps: { ...graph.steps, [change.stepId]: { ...step, name: change.name } } },
    merge: `${change.stepId} name`,
  })
}
