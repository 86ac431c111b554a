import type { EnginePort } from '@fieldledger/runtime'

const everyMs = 1000
/** Others take us for dead after four seconds; we stop sending well before. */
const freshForMs = 2500

export interface Heartbeat {
  /** By a clock that never jumps, and that goes on while this process sleeps. */
  fresh(): boolean
  stop(): void
}

export async function startHeartbeat(parts: {
  engine: EnginePort
  workerId: string
  onError(error: unknown): void
}): Promise<Heartbeat> {
  const { engine, workerId, onError } = parts
  let lastBeat = performance.now()
  await engine.beat(workerId)
  let beating = false
  const timer = setInterval(async () => {
    if (beating) return
    beating = true
    const began = performance.now()
    try {
      await engine.beat(workerId)
      lastBeat = began
    } catch (error) {
      onError(error)
    } finally {
      beating = false
    }
  }, everyMs)
  return {
    fresh: () => performance.now() - lastBeat < freshForMs,
    stop: () => clearInterval(timer),
  }
}
