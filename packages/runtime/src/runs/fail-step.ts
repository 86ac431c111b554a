import { createHash } from 'node:crypto'
import {
  nextStep,
  noteToken,
  retryWaits,
  type Step,
  type StepError,
  standardRetry,
  type Token,
  type UsedValue,
  waitInWords,
} from '@fieldledger/workflow'
import { byStep } from '../timeline/actors.ts'
import { goTo, needAttention } from './move-on.ts'
import { recordResult } from './record-outcome.ts'
import type { Walked, WalkInputs } from './run-walk.ts'

interface Failed {
  inputs: WalkInputs
  token: Token
  step: Step
  error: StepError
  used?: readonly UsedValue[] | undefined
}

/** Tried again as its policy says, then the failed outlet, or a person. */
export function failStep(walked: Walked, failed: Failed): 'waits' | 'moved' {
  const { inputs, step, error, used } = failed
  const token = { ...failed.token, failures: (failed.token.failures ?? 0) + 1 }
  recordResult(walked, { inputs, token, outcome: 'fail', error, failure: token.failures, used })
  const wait = error.retryable ? retryWaits(step.retry ?? standardRetry)[token.failures - 1] : undefined
  if (wait !== undefined) return tryLater(walked, { ...failed, token, wait })
  const to = nextStep(inputs.graph, { step: token.stepId, outlet: 'failed' })
  if (to === undefined) needAttention(walked, { token, error })
  else goTo(walked, { inputs, token, to })
  return 'moved'
}

function tryLater(walked: Walked, again: Failed & { token: Token; wait: number }): 'waits' {
  const { inputs, token, step, error, wait } = again
  const spread = 1 + spreadOf(inputs.run.id, token) / 10
  const retryAt = new Date(inputs.now.getTime() + wait * 1000 * spread)
  walked.standing = noteToken(walked.standing, { ...token, retryAt })
  walked.stamps.push({
    code: 'retry-later',
    params: { step: step.name, wait: waitInWords(wait), message: error.message },
    actor: byStep(step.name),
  })
  return 'waits'
}

// Between 0 and 1, the same for the same try.
function spreadOf(runId: string, { id, failures }: Token): number {
  const digest = createHash('sha256').update(`${runId}|${id}|${failures}`).digest()
  return digest.readUInt16BE(0) / 0xffff
}
