import {
  moveToken,
  nextStep,
  nextSteps,
  noteToken,
  type StepError,
  splitToken,
  type Token,
} from '@fieldledger/workflow'
import { contextOfStep } from './context-of-step.ts'
import { applyOutcome, recordResult } from './record-outcome.ts'
import type { Walked, WalkInputs } from './run-walk.ts'

/** Each arrival at a step is a visit; a circle that never waits for anybody ends here. */
const visitLimit = 100

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
  const outcome = await executable.execute(
    step.config,
    contextOfStep(walked, { ...taken, stepName: step.name }),
  )
  applyOutcome(walked, { ...taken, outcome, stepName: step.name })
  switch (outcome.next) {
    case 'wait':
      walked.standing = noteToken(walked.standing, waitingUntil(token, outcome.until))
      return 'waits'
    case 'leave':
      leaveStep(walked, { ...taken, outlet: outcome.outlet, output: outcome.output })
      break
    case 'split':
      recordResult(walked, { ...taken, outcome: 'split' })
      walked.standing = splitToken(walked.standing, {
        token,
        to: nextSteps(inputs.graph, { step: token.stepId, outlets: outcome.outlets }),
        at: inputs.now,
      })
      stopCircles(walked, token)
      break
    case 'meet':
      recordResult(walked, { ...taken, outcome: 'meet' })
      walked.standing = noteToken(walked.standing, { ...token, meets: outcome.outlet })
      break
    case 'end':
      recordResult(walked, { ...taken, outcome: 'end' })
      go(walked, { ...taken, to: undefined })
      break
    case 'fail':
      failStep(walked, { ...taken, error: outcome.error })
  }
  return 'moved'
}

/** By an outlet to the next step, or to this token's end. */
export function leaveStep(walked: Walked, leaving: Taken & { outlet: string; output?: unknown }): void {
  const { inputs, token, outlet, output } = leaving
  recordResult(walked, { inputs, token, outcome: 'leave', outlet, output })
  go(walked, { inputs, token, to: nextStep(inputs.graph, { step: token.stepId, outlet }) })
}

export function needAttention(walked: Walked, { token, error }: { token: Token; error: StepError }): void {
  walked.standing = noteToken(walked.standing, { ...token, error })
  walked.stamps.push({
    code: 'needs-attention',
    params: { message: error.message, code: error.code },
    actor: { kind: 'workflow' },
  })
}

function waitingUntil({ wakeAt: _earlier, ...token }: Token, until: Date | undefined): Token {
  return until === undefined ? token : { ...token, wakeAt: until }
}

function failStep(walked: Walked, failed: Taken & { error: StepError }): void {
  const { inputs, token, error } = failed
  const failure = (token.failures ?? 0) + 1
  recordResult(walked, { inputs, token, outcome: 'fail', error, failure })
  const to = nextStep(inputs.graph, { step: token.stepId, outlet: 'failed' })
  if (to === undefined) needAttention(walked, { token: { ...token, failures: failure }, error })
  else go(walked, { inputs, token, to })
}

function go(walked: Walked, way: Taken & { to: string | undefined }): void {
  walked.standing = moveToken(walked.standing, { token: way.token, to: way.to, at: way.inputs.now })
  stopCircles(walked, way.token)
}

function stopCircles(walked: Walked, moved: Token): void {
  const arrived = walked.standing.tokens.filter(({ id }) => id === moved.id || id.startsWith(`${moved.id}.`))
  for (const token of arrived.filter(({ visit }) => visit > visitLimit))
    needAttention(walked, { token, error: circle })
}

const circle: StepError = {
  code: 'visit-limit',
  message: `The workflow came to one step more than ${visitLimit} times: correct the circle in the workflow, then revise the form.`,
  retryable: false,
}

function unknownStep(step: { kind: string; name: string } | undefined): StepError {
  const named = step === undefined ? 'the step' : `"${step.name}" (${step.kind})`
  return {
    code: 'unknown-step',
    message: `This version of Fieldledger cannot run ${named}: publish the workflow anew, then revise the form.`,
    retryable: false,
  }
}
