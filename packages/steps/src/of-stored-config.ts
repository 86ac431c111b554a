import type { ExecutableStep, StepContext, StepOutcome } from '@fieldledger/workflow'

type OfStoredConfig = (
  config: Record<string, unknown>,
  context: StepContext,
) => Promise<StepOutcome> | StepOutcome

/** A stored config was checked against its kind's schema before the version was published, so the types meet here. */
export function ofStoredConfig(execute: unknown): ExecutableStep['execute'] {
  return async (config, context) => (execute as OfStoredConfig)(config, context)
}
