import type { StepResult } from '@fieldledger/runtime'
import type { Graph } from '@fieldledger/workflow'

interface Walk {
  graph: Graph
  startedAt: Date
  /** In the order of time. */
  results: readonly StepResult[]
}

/**
 * When the run came to the step that left this result: when a step before it was left by an arrow that leads here. That
 * is not kept, for it would cost a write at every step.
 */
export function arrivalOf({ graph, startedAt, results }: Walk, at: StepResult): Date {
  const before = results.slice(0, results.indexOf(at))
  const came = before.findLast(({ stepId, outcome, outlet }) => {
    if (outcome !== 'leave' && outcome !== 'split' && outcome !== 'fail') return false
    const by = outcome === 'fail' ? 'failed' : outlet
    return graph.edges.some(
      ({ from, to }) => to === at.stepId && from.step === stepId && (by === undefined || from.outlet === by),
    )
  })
  return came?.at ?? startedAt
}
