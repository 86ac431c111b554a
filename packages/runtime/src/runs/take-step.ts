import {
  noteToken,
  refusedConfig,
  type Step,
  type StepError,
  type StepOutcome,
  type Token,
} from '@fieldledger/workflow'
import { executeStep, inTime } from './execute-step.ts'
import { failStep } from './fail-step.ts'
import { goManyWays, goTo, leaveStep, needAttention } from './move-on.ts'
import { applyOutcome, recordResult } from './record-outcome.ts'
import type { Walked, WalkInputs } from './run-walk.ts'
import { heldBack } from './take-turn.ts'

interface Taken {
  inputs: WalkInputs
  token: Token
}

/** Executes the step where the token stands and moves the token by its outcome. */
export async function takeStep(walked: Walked, taken: Taken): Promise<'waits' | 'moved'> {
  const { inputs, token } = taken
  const step = inputs.graph.steps[token.stepId]
  const executable = step === undefined ? undefined : inputs.runtime.steps[step.kind]
  if (step === undefined || executable === undefined) {
    needAttention(walked, { token, error: unknownStep(step) })
    return 'moved'
  }
  const refused = refusedConfig(step, executable.definition)
  if (refused !== undefined) {
    needAttention(walked, { token, error: refused })
    return 'moved'
  }
  const held = await heldBack(walked, { ...taken, step })
  if (held !== undefined) {
    const heldSince = token.heldSince ?? inputs.now
    applyOutcome(walked, { ...taken, outcome: held, stepName: step.name })
    return follow(walked, { inputs, token: { ...token, heldSince }, step, outcome: held })
  }
  const begun = { inputs, token: atItsTurn(taken), step }
  const outcome = inTime(await executeStep(walked, { ...begun, executable }), begun)
  applyOutcome(walked, { ...begun, outcome, stepName: step.name })
  const went = follow(walked, { ...begun, outcome })
  if (went === 'moved' && step.oneAtATime !== undefined) giveUpTurn(walked, begun)
  return went
}

function follow(
  walked: Walked,
  { step, outcome, ...taken }: Taken & { step: Step; outcome: StepOutcome },
): 'waits' | 'moved' {
  const { token } = taken
  switch (outcome.next) {
    case 'wait':
      walked.standing = noteToken(walked.standing, waitingFor(token, outcome))
      return 'waits'
    case 'leave':
      leaveStep(walked, { ...taken, outlet: outcome.outlet, output: outcome.output, used: outcome.used })
      break
    case 'split':
      recordResult(walked, { ...taken, outcome: 'split' })
      goManyWays(walked, { ...taken, outlets: outcome.outlets })
      break
    case 'meet':
      recordResult(walked, { ...taken, outcome: 'meet' })
      walked.standing = noteToken(walked.standing, { ...token, meets: outcome.outlet })
      break
    case 'end':
      recordResult(walked, { ...taken, outcome: 'end' })
      goTo(walked, { ...taken, to: undefined })
      break
    case 'fail':
      return failStep(walked, { ...taken, step, error: outcome.error, used: outcome.used })
  }
  return 'moved'
}

/** Whoever waited for its turn begins now: that time is not the step's. */
function atItsTurn({ inputs, token }: Taken): Token {
  const { heldSince, ...begun } = token
  return heldSince === undefined ? token : { ...begun, since: inputs.now }
}

/** Written with the move, so that whoever is next begins after it. */
function giveUpTurn(walked: Walked, { inputs, token }: Taken): void {
  const { stepId, visit } = token
  walked.changes.push({ change: 'leave-turn', at: { runId: inputs.run.id, stepId, visit } })
}

function waitingFor(
  { wakeAt: _earlier, retryAt: _tried, ...token }: Token,
  { until, memo }: Extract<StepOutcome, { next: 'wait' }>,
): Token {
  return {
    ...token,
    ...(until === undefined ? {} : { wakeAt: until }),
    ...(memo === undefined ? {} : { memo }),
  }
}

function unknownStep(step: { kind: string; name: string } | undefined): StepError {
  const named = step === undefined ? 'the step' : `"${step.name}" (${step.kind})`
  return {
    code: 'unknown-step',
    message: `This version of Fieldledger cannot run ${named}: publish the workflow anew, then revise the form.`,
    retryable: false,
  }
}
