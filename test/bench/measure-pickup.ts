import { setTimeout as pause } from 'node:timers/promises'
import type { Contender } from './contender.ts'
import { percentile } from './percentile.ts'

export interface Pickup {
  samples: number
  /** From the answer to the first durable step; 0 = it was there before the answer was. */
  p50: number
  p99: number
  /** From the click to the last step. */
  wholeP50: number
  wholeP99: number
}

const everyMs = 120
const patienceMs = 10_000

/** One submit at a time at light load. */
export async function measurePickup(contender: Contender, samples: number): Promise<Pickup> {
  const sent: { body: string; answer: string; clicked: number; answered: number }[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    const body = contender.makeBody()
    const clicked = Date.now()
    const answer = await fetch(contender.url, { method: 'POST', headers: contender.headers, body })
    const text = await answer.text()
    sent.push({ body, answer: text, clicked, answered: Date.now() })
    await pause(everyMs)
  }
  const pickups: number[] = []
  const wholes: number[] = []
  for (const request of sent) {
    const times = await timesOf(contender, request)
    if (times === undefined) continue
    pickups.push(Math.max(0, times.first.getTime() - request.answered))
    wholes.push(times.last.getTime() - request.clicked)
  }
  return {
    samples: pickups.length,
    p50: percentile(pickups, 0.5),
    p99: percentile(pickups, 0.99),
    wholeP50: percentile(wholes, 0.5),
    wholeP99: percentile(wholes, 0.99),
  }
}

async function timesOf(contender: Contender, request: { body: string; answer: string }) {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const times = await contender.timesOf(request)
    if (times !== undefined || performance.now() > deadline) return times
    await pause(50)
  }
}
