import type { CompanyScope, StepAnswer, StepRequest } from '@fieldledger/workflow'

/** The worker's way out for steps: checked destinations, secrets of this company, caps. It never throws. */
export interface OutgoingRequests {
  send(what: { scope: CompanyScope; request: StepRequest; idempotencyKey: string }): Promise<StepAnswer>
}
