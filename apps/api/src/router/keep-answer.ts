import { createHash } from 'node:crypto'
import { BadRequest, Unfitting } from '../refusals.ts'
import type { Services } from '../services.ts'
import type { CompanyCall, Route } from './route.ts'

interface Kept {
  status: number
  body: unknown
}

type Call = CompanyCall<unknown, unknown, unknown>

/** `Idempotency-Key`: the same key again gets the first answer; with another body it is refused. */
export async function keepAnswer(
  services: Pick<Services, 'idempotency'>,
  { route, call, answer }: { route: Route; call: Call; answer: () => Promise<Kept> },
): Promise<Kept> {
  const key = call.request.get('idempotency-key')
  if (key === undefined || route.method !== 'POST' || route.answersSecret) return answer()
  if (key.length === 0 || key.length > 200)
    throw new BadRequest([
      { path: '/Idempotency-Key', code: 'length', message: 'Idempotency-Key must have 1 to 200 characters' },
    ])
  const claim = await services.idempotency.claim(call.scope, {
    personId: call.person.id,
    route: `${route.method} ${call.request.path}`,
    key,
    bodyHash: createHash('sha256')
      .update(JSON.stringify(call.body ?? null))
      .digest('hex'),
  })
  if (claim.state === 'done') return claim.answer
  if (claim.state !== 'fresh') throw new Unfitting(refusals[claim.state])
  try {
    const given = await answer()
    await services.idempotency.keep(call.scope, { id: claim.id, answer: given })
    return given
  } catch (error) {
    await services.idempotency.release(call.scope, claim.id)
    throw error
  }
}

const refusals = {
  busy: {
    code: 'still-running',
    status: 409,
    message: 'The same request is still being worked on: wait a moment, then send it again.',
  },
  lost: {
    code: 'first-request-lost',
    status: 409,
    message:
      'The first request with this Idempotency-Key broke off: look whether it was done, and if not, send it with a key of its own.',
  },
  'other-body': {
    code: 'idempotency-key-reused',
    message: 'This Idempotency-Key was used for another request: send this one with a key of its own.',
  },
} as const
