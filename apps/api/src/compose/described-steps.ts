import { stepDefinitions } from '@fieldledger/steps'
import { firstSteps } from '@fieldledger/steps/first-steps'
import type { StepRegistry } from '@fieldledger/workflow'

class StepsRunInTheWorker extends Error {
  readonly code = 'steps-run-in-the-worker'
  readonly retryable = false

  constructor() {
    super('The API does not execute steps: a worker does, so start one.')
    this.name = 'StepsRunInTheWorker'
  }
}

/** The API knows what steps are, not how they are done. */
export const describedSteps: StepRegistry = Object.fromEntries(
  Object.entries(stepDefinitions).map(([kind, definition]) => [
    kind,
    {
      definition,
      execute:
        firstSteps[kind] ??
        (() => {
          throw new StepsRunInTheWorker()
        }),
    },
  ]),
)
