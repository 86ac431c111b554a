import type { Tracing } from '@fieldledger/egress'
import {
  failpoint,
  type LoopRefused,
  type Runtime,
  sendDigests,
  tickReconciliations,
  tickTriggers,
} from '@fieldledger/runtime'
import { type AgendaDoorbell, answeredWithin } from '@fieldledger/storage'
import { createClaimPasses } from './claim-passes.ts'
import { startHeartbeat } from './heartbeat.ts'
import type { WorkAt } from './under-way.ts'
import { startWorkerLoop, type WorkedEffect } from './worker-loop.ts'

export interface Worker {
  id: string
  /** It has proven lately that it can claim, and is not about to stop. */
  ready(): boolean
  /** Claims nothing more, finishes what is under way, gives back the rest. */
  stop(): Promise<void>
}

const finishWithinMs = 25_000
type DoorbellStart = Parameters<AgendaDoorbell['start']>[0]

/** It looks every three seconds at least; the rest is for a database that takes its time. */
const provenForMs = 15_000
const longestLookMs = 30_000

/** Heartbeat, loop, doorbell and sweeps of one worker. Many may run at once. */
export async function startWorker(parts: {
  /** Under which it holds slots of rate budgets; one of its own otherwise. */
  id?: string
  runtime: Runtime
  tracing?: Tracing | undefined
  doorbell: AgendaDoorbell
  sendMails(): Promise<void>
  /** Work that is no run and no effect: a tick each, harmless late, twice or in parallel. */
  sweeps?: DoorbellStart['sweeps']
  watchDueWork(): Promise<void>
  /** How often it looks for dead workers by itself: Agenda's clock alone comes seconds after they are known to be dead. */
  lookForDeadEveryMs?: number
  onLoop?(refused: LoopRefused): void
  onEffect?(worked: WorkedEffect): void
  onError(error: unknown, at?: WorkAt): void
}): Promise<Worker> {
  const { runtime, doorbell, sendMails, watchDueWork, onLoop, onError } = parts
  const { engine } = runtime.ports
  const id = parts.id ?? runtime.newId()
  const passes = createClaimPasses(runtime.clock.monotonic, () => void heartbeat.beatNow())
  const heartbeat = await startHeartbeat({ engine, workerId: id, claimed: passes.anyNew, onError })
  const loop = startWorkerLoop({
    runtime,
    tracing: parts.tracing,
    workerId: id,
    fresh: heartbeat.fresh,
    onPass: passes.note,
    onEffect: parts.onEffect,
    onError,
  })
  const freeDeadWork = async () => {
    const { runs, effects } = await engine.sweepDeadWorkers()
    failpoint('sweep.after-dead-workers')
    if (runs + effects > 0) loop.wake()
  }
  const looking = everySoOften(parts.lookForDeadEveryMs, () =>
    answeredWithin(longestLookMs, freeDeadWork()).catch(onError),
  )
  let stopping = false
  await doorbell.start({
    onTick: loop.wake,
    onError,
    sweeps: {
      'free what dead workers held': { everyMs: 2000, run: freeDeadWork },
      'wake what waits for a connection': {
        everyMs: 5000,
        run: async () => {
          if ((await engine.wakeConnected()) > 0) loop.wake()
        },
      },
      'look for due work': { everyMs: 5000, run: loop.wake },
      'send mails': { everyMs: 3000, run: sendMails },
      'fire what is scheduled': {
        everyMs: 2000,
        run: async () => {
          for (const refused of await tickTriggers(runtime)) onLoop?.(refused)
        },
      },
      'read ledgers to compare': { everyMs: 3000, run: () => tickReconciliations(runtime) },
      'send the daily e-mails': { everyMs: 60_000, run: () => sendDigests(runtime) },
      'watch the oldest due work': { everyMs: 20_000, run: watchDueWork },
      ...parts.sweeps,
    },
  })
  // Whoever was killed in a sweep leaves it locked in Agenda for seconds: the next one to start does not wait for that.
  void freeDeadWork().catch(onError)
  return {
    id,
    ready: () => !stopping && passes.succeededWithin(provenForMs),
    async stop() {
      stopping = true
      clearInterval(looking)
      await loop.stop(finishWithinMs)
      await doorbell.stop()
      await engine.release(id)
      heartbeat.stop()
    },
  }
}

/** Never twice at the same time. */
function everySoOften(everyMs: number | undefined, look: () => Promise<void>): NodeJS.Timeout | undefined {
  if (everyMs === undefined) return undefined
  let underWay = false
  return setInterval(() => {
    if (underWay) return
    underWay = true
    void look().finally(() => {
      underWay = false
    })
  }, everyMs)
}
