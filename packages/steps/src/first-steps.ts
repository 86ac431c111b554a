import type { ExecutableStep, StepContext, StepOutcome } from '@fieldledger/workflow'
import { execute as condition } from './condition/execute.ts'
import { execute as formSubmitted } from './form-submitted/execute.ts'
import { execute as setStatus } from './set-status/execute.ts'

// A stored config was checked against its kind's schema before the version was published, so the types meet here.
type UncheckedExecutor = (
  config: Record<string, unknown>,
  context: StepContext,
) => Promise<StepOutcome> | StepOutcome

/** Of the kinds that may need nothing but the form: what takes them while a form is saved need not be a worker. */
export const firstSteps: Readonly<Record<string, ExecutableStep['execute']>> = Object.fromEntries(
  Object.entries({ 'form-submitted': formSubmitted, condition, 'set-status': setStatus }).map(
    ([kind, execute]): [string, ExecutableStep['execute']] => [
      kind,
      async (config, context) => (execute as UncheckedExecutor)(config, context),
    ],
  ),
)
