import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, HttpSession } from '../../support/http-session.ts'
import { NeverHappened } from '../../support/until.ts'

const patienceMs = 600_000

/** What a phone does: the same request with the same id until somebody answers it for good. */
export async function patiently<Body>(
  session: HttpSession,
  ...call: [method: string, path: string, body?: unknown]
): Promise<Answer<Body>> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    try {
      const answer = await session.call<Body>(...call)
      if (answer.status < 500 && answer.status !== 429) return answer
    } catch {
      // Nobody answered: it may have happened, and it may not.
    }
    if (performance.now() > deadline)
      throw new NeverHappened(`${call[0]} ${call[1]} was answered`, patienceMs)
    await pause(150)
  }
}
