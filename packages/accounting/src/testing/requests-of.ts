import type { Operation, WireRequest } from '../connector/wire-exchange.ts'

/** Every request of an operation that gets these answers; the one after the last answer too. */
export function requestsOf(plan: Operation<unknown>, answers: readonly unknown[] = []): WireRequest[] {
  const requests: WireRequest[] = []
  let turn = plan.next()
  for (const body of [...answers, undefined]) {
    if (turn.done) break
    requests.push(turn.value)
    if (body === undefined) break
    turn = plan.next({ status: 200, headers: {}, body })
  }
  return requests
}
