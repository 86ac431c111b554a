import type { EnginePort } from '@fieldledger/runtime'
import { answeredWithin } from '@fieldledger/storage'

const everyMs = 1000
/** Others take us for dead after four seconds; we stop sending well before. */
const freshForMs = 2500
/** Without the next one this worker would be dead to all, itself included, while it goes on claiming. */
const longestBeatMs = 5000

export interface Heartbeat {
  /** By a clock that never jumps, and that goes on while this process sleeps. */
  fresh(): boolean
  /** Out of turn: there is something that the others should know at once. */
  beatNow(): Promise<void>
  stop(): void
}

export async function startHeartbeat(parts: {
  engine: EnginePort
  workerId: string
  /** Has a claim pass succeeded since this was last asked? */
  claimed(): boolean
  onError(error: unknown): void
}): Promise<Heartbeat> {
  const { engine, workerId, claimed, onError } = parts
  let lastBeat = performance.now()
  await engine.beat(workerId)
  let beating = false
  const timer = setInterval(beatNow, everyMs)
  return {
    beatNow,
    fresh: () => performance.now() - lastBeat < freshForMs,
    stop: () => clearInterval(timer),
  }
  async function beatNow(): Promise<void> {
    if (beating) return
    beating = true
    const began = performance.now()
    try {
      await answeredWithin(longestBeatMs, engine.beat(workerId, { claimed: claimed() }))
      lastBeat = began
    } catch (error) {
      onError(error)
    } finally {
      beating = false
    }
  }
}
