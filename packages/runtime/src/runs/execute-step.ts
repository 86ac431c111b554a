import type { ExecutableStep, Step, StepOutcome, Token } from '@fieldledger/workflow'
import { contextOfStep } from './context-of-step.ts'
import type { Walked, WalkInputs } from './run-walk.ts'

interface Placed {
  inputs: WalkInputs
  token: Token
  step: Step
}

/** What the step wants, as an outcome also when its code throws: then it failed and may be tried again. */
export async function executeStep(
  walked: Walked,
  { executable, ...placed }: Placed & { executable: ExecutableStep },
): Promise<StepOutcome> {
  const { name, config } = placed.step
  try {
    return await executable.execute(config, contextOfStep(walked, { ...placed, stepName: name }))
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    return {
      next: 'fail',
      error: {
        code: 'step-crashed',
        message: `"${name}" could not be carried out (${said}): try it again, and tell support if it fails once more.`,
        retryable: true,
      },
    }
  }
}

/** A visit that still waits when its time is over has failed; until then it is woken at that time. */
export function inTime(outcome: StepOutcome, { step, token, inputs }: Placed): StepOutcome {
  if (outcome.next !== 'wait' || step.timeoutSeconds === undefined) return outcome
  const deadline = new Date(token.since.getTime() + step.timeoutSeconds * 1000)
  if (deadline > inputs.now) {
    const until = outcome.until !== undefined && outcome.until < deadline ? outcome.until : deadline
    return { ...outcome, until }
  }
  return {
    next: 'fail',
    changes: [{ change: 'cancel-open-tasks' }],
    error: {
      code: 'step-timed-out',
      message: `"${step.name}" was not done in time: see what it waits for, then try again.`,
      retryable: false,
    },
  }
}
