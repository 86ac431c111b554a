import {
  moveToken,
  nextStep,
  nextSteps,
  noteToken,
  type StepError,
  splitToken,
  type Token,
  type UsedValue,
} from '@fieldledger/workflow'
import { recordResult } from './record-outcome.ts'
import type { Walked, WalkInputs } from './run-walk.ts'

/** Each arrival at a step is a visit; a circle that never waits for anybody ends here. */
const visitLimit = 100

interface Taken {
  inputs: WalkInputs
  token: Token
}

/** By an outlet to the next step, or to this token's end. */
export function leaveStep(
  walked: Walked,
  leaving: Taken & { outlet: string; output?: unknown; used?: readonly UsedValue[] | undefined },
): void {
  const { inputs, token, outlet, output, used } = leaving
  recordResult(walked, { inputs, token, outcome: 'leave', outlet, output, used })
  goTo(walked, { inputs, token, to: nextStep(inputs.graph, { step: token.stepId, outlet }) })
}

export function needAttention(walked: Walked, { token, error }: { token: Token; error: StepError }): void {
  walked.standing = noteToken(walked.standing, { ...token, error })
  walked.stamps.push({
    code: 'needs-attention',
    params: { message: error.message, code: error.code },
    actor: { kind: 'workflow' },
  })
}

/** To the next step, or to this token's end. */
export function goTo(walked: Walked, way: Taken & { to: string | undefined }): void {
  walked.standing = moveToken(walked.standing, { token: way.token, to: way.to, at: way.inputs.now })
  stopCircles(walked, way.token)
}

/** A token by each arrow of these outlets. */
export function goManyWays(walked: Walked, way: Taken & { outlets: readonly string[] }): void {
  const { inputs, token, outlets } = way
  const to = nextSteps(inputs.graph, { step: token.stepId, outlets })
  walked.standing = splitToken(walked.standing, { token, to, at: inputs.now })
  stopCircles(walked, token)
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
