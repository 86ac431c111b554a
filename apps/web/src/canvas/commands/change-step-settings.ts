import type { Graph, Step } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'

export type StepSettings = Pick<Step, 'retry' | 'timeoutSeconds' | 'oneAtATime'>

/** What all steps of some kind have in common: how often they are tried, how long they may take. */
export function changeStepSettings(
  graph: Graph,
  change: { stepId: string; settings: StepSettings },
): Command | undefined {
  const step = graph.steps[change.stepId]
  if (step === undefined) return undefined
  const { retry: _retry, timeoutSeconds: _timeout, oneAtATime: _turns, ...own } = step
  return changeGraph({
    name: messages.commands.configure(step.name),
    before: graph,
    after: { ...graph, steps: { ...graph.steps, [change.stepId]: { ...own, ...change.settings } } },
    merge: `${change.stepId} settings`,
  })
}
