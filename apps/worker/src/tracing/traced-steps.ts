import type { Tracing } from '@fieldledger/egress'
import type { ExecutableStep, StepRegistry } from '@fieldledger/workflow'

/** Each visit of a step as a span. */
export function tracedSteps(steps: StepRegistry, tracing: Tracing | undefined): StepRegistry {
  if (tracing === undefined) return steps
  const traced = Object.entries(steps).map(([kind, step]): [string, ExecutableStep] => [
    kind,
    {
      ...step,
      execute: (config, context) => {
        const { id, visit } = context.step
        const attributes = { step: id, visit, submission: context.submission.id }
        return tracing.span({ name: `step ${kind}`, attributes }, async (told) => {
          const outcome = await step.execute(config, context)
          told.set({ next: outcome.next })
          if (outcome.next === 'fail') told.fail(outcome.error.code)
          return outcome
        })
      },
    },
  ])
  return Object.fromEntries(traced)
}
