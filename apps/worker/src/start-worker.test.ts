import type { EnginePort, Runtime } from '@fieldledger/runtime'
import type { AgendaDoorbell } from '@fieldledger/storage'
import { expect, test, vi } from 'vitest'
import { startWorker } from './start-worker.ts'

/** Nothing is due; what dead workers held is counted. */
function emptyHouse() {
  const counted = { sweeps: 0 }
  const engine: EnginePort = {
    beat: async () => true,
    claimRuns: async () => [],
    claimEffects: async () => [],
    release: async () => undefined,
    giveBack: async () => undefined,
    nextDue: async () => undefined,
    runsWaiting: async () => 0,
    wakeConnected: async () => 0,
    sweepDeadWorkers: async () => {
      counted.sweeps += 1
      return { runs: 0, effects: 0 }
    },
  }
  // The loop asks for nothing else as long as nothing is due.
  const runtime = { ports: { engine }, clock: { monotonic: () => performance.now() } } as unknown as Runtime
  return { counted, runtime }
}

/** Agenda of which another worker, killed in the middle, holds every clock. */
const lockedClocks: AgendaDoorbell = {
  ring: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
}

function startIn(
  runtime: Runtime,
  more: { lookForDeadEveryMs?: number; onError?(error: unknown): void } = {},
) {
  return startWorker({
    id: 'w',
    runtime,
    doorbell: lockedClocks,
    sendMails: async () => undefined,
    watchDueWork: async () => undefined,
    onError: (error) => {
      throw error
    },
    ...more,
  })
}

test('a worker that starts looks for what dead ones held at once, whoever has Agenda’s locks', async () => {
  const { runtime, counted } = emptyHouse()
  const worker = await startIn(runtime)
  expect(counted.sweeps).toBe(1)
  await worker.stop()
})

test('it goes on looking for dead ones by itself, and no more once it is stopped', async () => {
  vi.useFakeTimers()
  try {
    const { runtime, counted } = emptyHouse()
    const worker = await startIn(runtime, { lookForDeadEveryMs: 500 })
    await vi.advanceTimersByTimeAsync(2000)
    expect(counted.sweeps).toBe(5)
    await Promise.all([worker.stop(), vi.advanceTimersByTimeAsync(2000)])
    expect(counted.sweeps).toBe(5)
  } finally {
    vi.useRealTimers()
  }
})

/** The first call is never answered, the others are. */
function onceSilent<Answer>(answer: Answer): { calls(): number; ask(): Promise<Answer> } {
  let calls = 0
  const ask = async () => {
    calls += 1
    return calls === 1 ? new Promise<never>(() => undefined) : answer
  }
  return { calls: () => calls, ask }
}

test('a claim, a heartbeat and a look for dead workers that are never answered are given up, and made anew', async () => {
  vi.useFakeTimers()
  try {
    const { runtime } = emptyHouse()
    const [claims, beats, looks] = [onceSilent([]), onceSilent(true), onceSilent({ runs: 0, effects: 0 })]
    const { engine } = runtime.ports
    const failed: unknown[] = []
    Object.assign(engine, { claimRuns: claims.ask, sweepDeadWorkers: looks.ask })
    const worker = await startIn(runtime, { lookForDeadEveryMs: 500, onError: (error) => failed.push(error) })
    Object.assign(engine, { beat: beats.ask })
    await vi.advanceTimersByTimeAsync(5000)
    expect([claims.calls(), beats.calls(), worker.ready()]).toEqual([1, 1, false])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(beats.calls()).toBeGreaterThan(20)
    expect([claims.calls() > 1, looks.calls() > 1, worker.ready()]).toEqual([true, true, true])
    expect(failed).toMatchObject(failed.map(() => ({ code: 'database-silent' })))
    await Promise.all([worker.stop(), vi.advanceTimersByTimeAsync(2000)])
  } finally {
    vi.useRealTimers()
  }
})
