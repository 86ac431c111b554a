import type { CompanyScope, StepAnswer, StepRequest } from '@fieldledger/workflow'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Runtime } from '../ports/runtime.ts'

interface Visit {
  runId: string
  stepId: string
  visit: number
  /** How often a person began it anew after a refusal. */
  triedAnew: number | undefined
}

const noWayOut: StepAnswer = {
  state: 'failed',
  code: 'no-way-out',
  message: 'This process calls nobody: start a worker, then try again.',
  retryable: true,
}

/**
 * A step's way to the outside. Every repetition of a visit, whoever repeats it, carries the same key, until the other side
 * has refused it and a person tries again: what is sent then may be another thing.
 */
export function requestOfStep(
  { requests }: Pick<Runtime, 'requests'>,
  at: { scope: CompanyScope; here: Visit },
): (request: StepRequest) => Promise<StepAnswer> {
  const { runId, stepId, visit, triedAnew = 0 } = at.here
  const idempotencyKey = [runId, stepId, visit, ...(triedAnew === 0 ? [] : [triedAnew])].join('-')
  return async (request) => {
    if (requests === undefined) return noWayOut
    failpoint('request.before-send')
    const answer = await requests.send({ scope: at.scope, request, idempotencyKey })
    failpoint('request.after-answer')
    return answer
  }
}
