import type { CompanyScope, StepAnswer, StepRequest } from '@fieldledger/workflow'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Runtime } from '../ports/runtime.ts'

interface Visit {
  runId: string
  stepId: string
  visit: number
}

const noWayOut: StepAnswer = {
  state: 'failed',
  code: 'no-way-out',
  message: 'This process calls nobody: start a worker, then try again.',
  retryable: true,
}

/** A step's way to the outside. Every repetition of a visit, whoever repeats it, carries the same key. */
export function requestOfStep(
  { requests }: Pick<Runtime, 'requests'>,
  at: { scope: CompanyScope; here: Visit },
): (request: StepRequest) => Promise<StepAnswer> {
  const { runId, stepId, visit } = at.here
  const idempotencyKey = `${runId}-${stepId}-${visit}`
  return async (request) => {
    if (requests === undefined) return noWayOut
    failpoint('request.before-send')
    const answer = await requests.send({ scope: at.scope, request, idempotencyKey })
    failpoint('request.after-answer')
    return answer
  }
}
