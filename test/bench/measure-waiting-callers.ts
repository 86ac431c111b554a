import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import type { Contender } from './contender.ts'
import { percentile } from './percentile.ts'

export interface WaitingCallers {
  callers: number
  perSecond: number
  /** From the click to the last step. */
  p50: number
  p99: number
}

const lookEveryMs = 5

/** So many callers, each of whom submits again as soon as the form before is through. */
export async function measureWaitingCallers(
  contender: Contender,
  about: { database: Db; companyId: string; callers: number; seconds: number },
): Promise<WaitingCallers> {
  const { database, companyId, callers, seconds } = about
  const runs = database.collection<{ submissionId: string; endedAt: Date }>('runs')
  const waiting = new Map<string, (endedAt: Date) => void>()
  const took: number[] = []
  const until = performance.now() + seconds * 1000
  let open = callers

  async function call(): Promise<void> {
    while (performance.now() < until) {
      const body = contender.makeBody()
      const { id } = JSON.parse(body) as { id: string }
      const ended = new Promise<Date>((resolve) => waiting.set(id, resolve))
      const clicked = Date.now()
      const answer = await fetch(contender.url, { method: 'POST', headers: contender.headers, body })
      await answer.arrayBuffer()
      if (answer.ok) took.push((await ended).getTime() - clicked)
      waiting.delete(id)
    }
    open -= 1
  }

  // One question for all of them, so that asking is not what is measured.
  async function look(): Promise<void> {
    while (open > 0) {
      const ids = [...waiting.keys()]
      const ended = await runs
        .find({ companyId, submissionId: { $in: ids }, state: 'finished' } as object)
        .project<{ submissionId: string; endedAt: Date }>({ submissionId: 1, endedAt: 1 })
        .toArray()
      for (const { submissionId, endedAt } of ended) waiting.get(submissionId)?.(endedAt)
      await pause(lookEveryMs)
    }
  }

  await Promise.all([look(), ...Array.from({ length: callers }, call)])
  return {
    callers,
    perSecond: took.length / seconds,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
  }
}
