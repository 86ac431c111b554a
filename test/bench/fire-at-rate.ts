import type { Contender } from './contender.ts'

export interface Fired {
  accepted: number
  /** 503 with Retry-After. */
  toldToReturn: number
  /** Another status, or no answer. */
  failed: number
  /** How long each of those that were told to return had waited for that answer, the shortest first. */
  toldMs: readonly number[]
}

const tickMs = 20

/**
 * So many submits a second whether or not the earlier ones are answered, as people come: whoever waits for an answer
 * before the next request would never ask for more than there is. Answers once each of them has its answer.
 */
export async function fireAtRate(
  contender: Contender,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Fired> {
  const toldMs: number[] = []
  const fired = { accepted: 0, toldToReturn: 0, failed: 0, toldMs }
  const submit = async () => {
    const began = performance.now()
    const { url, headers } = contender
    const answer = await fetch(url, { method: 'POST', headers, body: contender.makeBody() }).catch(
      () => undefined,
    )
    await answer?.arrayBuffer().catch(() => undefined)
    if (answer?.ok === true) fired.accepted += 1
    else if (answer?.status === 503 && answer.headers.has('retry-after')) {
      fired.toldToReturn += 1
      toldMs.push(performance.now() - began)
    } else fired.failed += 1
  }
  const under: Promise<void>[] = []
  const began = performance.now()
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = Math.min((performance.now() - began) / 1000, seconds)
      while (under.length < elapsed * perSecond) under.push(submit())
      if (elapsed < seconds) return
      clearInterval(timer)
      resolve()
    }, tickMs)
  })
  await Promise.all(under)
  toldMs.sort((one, other) => one - other)
  return fired
}
