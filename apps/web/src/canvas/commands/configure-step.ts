import type { Graph, Step } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'

/** An edit in the slider. `typing` names the text field that is being typed into, so that a word is one undo. */
export function configureStep(
  graph: Graph,
  change: { stepId: string; config: Step['config']; typing?: string | undefined },
): Command | undefined {
  const step = graph.steps[change.stepId]
  if (step === undefined) return undefined
  return changeGraph({
    name: messages.commands.configure(step.name),
    before: graph,
    after: { ...graph, steps: { ...graph.steps, [change.stepId]: { ...step, config: change.config } } },
    ...(change.typing === undefined ? {} : { merge: `${change.stepId} ${change.typing}` }),
  })
}
