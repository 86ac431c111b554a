import type { Request, Response } from 'express'
import { type Answer, faultAnswer, rendered, sendAnswer } from '../api/answer.ts'
import { refuse } from '../fault-catalogue.ts'
import type { FaultKind, FaultPlan } from './fault-layer.ts'

interface Delivery {
  request: Request
  response: Response
  /** Does the work, waits until it is on the disk, gives the answer. */
  work: () => Promise<Answer>
  fault: { kind: FaultKind; plan: FaultPlan } | undefined
  now: number
}

/** Does the work and brings the answer home, or fails to, in the way that was drawn. */
export async function deliver({ request, response, work, fault, now }: Delivery): Promise<void> {
  const send = (answer: Answer) => sendAnswer(request, { response, answer })
  const hangUp = () => request.socket.destroy()
  if (!fault) return send(await work())
  const { kind, plan } = fault
  if (kind === '500') return send(faultAnswer(refuse.broken(), now))
  if (kind === '429') return send(faultAnswer(refuse.throttled(plan.retryAfterSeconds ?? undefined), now))
  if (kind === 'reset-before') return void hangUp()
  if (kind === 'late') {
    hangUp()
    return void setTimeout(() => void work(), plan.lateMs)
  }
  const answer = await work()
  if (kind === 'reset-after') return void hangUp()
  if (kind === 'slow') return void setTimeout(() => send(answer), plan.slowMs)
  const { type, text } = rendered(request, answer)
  response
    .status(answer.status)
    .set('content-type', type)
    .end(text.slice(0, Math.floor(text.length / 2)))
}
