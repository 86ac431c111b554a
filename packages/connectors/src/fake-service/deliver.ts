import type { Request, Response } from 'express'
import type { FaultKind, FaultPlan } from './fault-layer.ts'

/** How a service puts an answer on the wire, and how it says that it is broken or has too much to do. */
export interface Voice<Answer> {
  rendered: (request: Request, answer: Answer) => Rendered
  broken: (status: 500 | 503) => Answer
  throttled: (retryAfterSeconds: number | null) => Answer
}

export interface Rendered {
  status: number
  headers: Record<string, string>
  content: string | Buffer
}

interface Delivery<Answer> {
  request: Request
  response: Response
  voice: Voice<Answer>
  /** Does the work, waits until it is on the disk, gives the answer. */
  work: () => Promise<Answer>
  fault: { kind: FaultKind; plan: FaultPlan } | undefined
}

/** Does the work and brings the answer home, or fails to, in the way that was drawn. */
export async function deliver<Answer>(delivery: Delivery<Answer>): Promise<void> {
  const { request, response, voice, work, fault } = delivery
  const put = ({ status, headers, content }: Rendered) => response.status(status).set(headers).end(content)
  const send = (answer: Answer) => void put(voice.rendered(request, answer))
  const hangUp = () => request.socket.destroy()
  if (!fault) return send(await work())
  const { kind, plan } = fault
  if (kind === '500' || kind === '503') return send(voice.broken(kind === '500' ? 500 : 503))
  if (kind === '429') return send(voice.throttled(plan.retryAfterSeconds))
  if (kind === 'reset-before') return void hangUp()
  if (kind === 'late') {
    hangUp()
    return void setTimeout(() => void work(), plan.lateMs)
  }
  const answer = await work()
  if (kind === 'reset-after') return void hangUp()
  if (kind === 'slow') return void setTimeout(() => send(answer), plan.slowMs)
  const whole = voice.rendered(request, answer)
  // An answer without a body is cut before its head is through.
  if (whole.content.length === 0) return void hangUp()
  put({ ...whole, content: whole.content.slice(0, Math.floor(whole.content.length / 2)) })
}
