import type { Tracing } from '@fieldledger/egress'
import {
  type Effect,
  type EnginePort,
  executeEffect,
  executeRun,
  failpoint,
  mostOfOneConnection,
  type Run,
  type Runtime,
} from '@fieldledger/runtime'
import { answeredWithin } from '@fieldledger/storage'
import { createUnderWay, type WorkAt } from './under-way.ts'

const mostRuns = 200
const mostEffects = 20
/** The next claim waits so long for each that the last one took, and so long at most: what comes meanwhile is claimed together. */
const gatherMsEach = 5
const longestGatherMs = 75
/** It looks by itself at least that often: whatever lost its doorbell is taken up, its first step written, in five seconds. */
const longestPauseMs = 3000
/** Writes, where looking only reads. */
const tidyEveryMs = 5000
/** While one ledger's queue is longer than its room here, what is due may be that queue alone. */
const pauseBesideQueueMs = 250
/** Many times what looking takes while the database elects a primary. */
const longestPassMs = 30_000

export interface WorkerLoop {
  /** There may be work. */
  wake(): void
  /** Claims nothing more, and waits for what is under way. */
  stop(withinMs: number): Promise<void>
}

export interface WorkerLoopOptions {
  runtime: Runtime
  tracing?: Tracing | undefined
  workerId: string
  /** Is this worker's heartbeat young enough to send? */
  fresh(): boolean
  /** It looked for due work, and could have had it. */
  onPass(): void
  /** For the log: what became of it stands in its form’s timeline. */
  onEffect?: ((worked: WorkedEffect) => void) | undefined
  onError(error: unknown, at?: WorkAt): void
}

/** An effect that was worked on, with the ids under which it is found elsewhere. */
export interface WorkedEffect {
  effect: string
  run: string | undefined
  submission: string | null
  company: string
  connection: string
  attempts: number
  ms: number
}

type Traced = Pick<Run | Effect, 'id' | 'companyId' | 'submissionId' | 'attempts'>

/** Claims due runs and effects in batches and works on them at the same time. */
export function startWorkerLoop(options: WorkerLoopOptions): WorkerLoop {
  const { runtime, tracing, workerId, fresh, onPass, onError } = options
  const engine: EnginePort = runtime.ports.engine
  /** Effects under way by their connection. */
  const held = new Map<string, number>()
  let tidiedAt = Number.NEGATIVE_INFINITY
  let stopping = false
  let knocked = false
  let knock: () => void = () => undefined
  const wake = () => {
    knocked = true
    knock()
  }
  const watched = { monotonic: runtime.clock.monotonic, onDone: wake, onError }
  const underWay = { runs: createUnderWay(watched), effects: createUnderWay(watched) }
  const looping = loop()

  return {
    wake,
    async stop(withinMs) {
      stopping = true
      knock()
      await looping
      const all = Promise.all([underWay.runs.settled(), underWay.effects.settled()])
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, withinMs).unref())])
    },
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      knocked = false
      let claimed = 0
      try {
        await answeredWithin(longestPassMs, tidy())
        claimed = await answeredWithin(longestPassMs, claim())
        onPass()
      } catch (error) {
        onError(error)
      }
      if (claimed === 0 && !knocked && !stopping) await pause()
      // One run now and then is claimed at once; the more there were, the longer the next ones are gathered.
      else if (claimed > 1 && !stopping) await gather(Math.min(longestGatherMs, claimed * gatherMsEach))
    }
  }

  /** A database that failed in the middle of a claim or of a last write leaves work held by nobody's hand. */
  async function tidy(): Promise<void> {
    const now = runtime.clock.monotonic()
    if (now - tidiedAt < tidyEveryMs) return
    underWay.runs.letGoOfStuck()
    underWay.effects.letGoOfStuck()
    const except = { runs: underWay.runs.ids(), effects: underWay.effects.ids() }
    await engine.giveBack({ workerId, except })
    tidiedAt = now
  }

  async function claim(): Promise<number> {
    const roomForRuns = mostRuns - underWay.runs.size
    const runs = roomForRuns > 0 ? await engine.claimRuns({ workerId, limit: roomForRuns }) : []
    if (runs.length > 0) failpoint('claim.after-runs')
    for (const run of runs)
      underWay.runs.take({
        at: { run: run.id },
        id: run.id,
        doing: traced({ run }, () => executeRun({ runtime, run })),
      })
    const roomForEffects = mostEffects - underWay.effects.size
    const effects =
      roomForEffects > 0 ? await engine.claimEffects({ workerId, limit: roomForEffects, held }) : []
    if (effects.length > 0) failpoint('claim.after-effects')
    for (const effect of effects) {
      count(effect.connectionId, 1)
      const began = runtime.clock.monotonic()
      underWay.effects.take({
        at: { effect: effect.id },
        id: effect.id,
        doing: traced({ effect }, () => executeEffect({ runtime, effect, fresh })),
        onEnd() {
          count(effect.connectionId, -1)
          options.onEffect?.(workedOn(effect, runtime.clock.monotonic() - began))
        },
      })
    }
    return runs.length + effects.length
  }

  function traced(of: { run: Traced } | { effect: Traced }, doing: () => Promise<void>): Promise<void> {
    const [name, work] = 'run' in of ? (['run', of.run] as const) : (['effect', of.effect] as const)
    const { id, companyId, submissionId, attempts } = work
    const attributes = { [name]: id, company: companyId, submission: submissionId ?? undefined, attempts }
    return tracing === undefined ? doing() : tracing.span({ name, attributes }, doing)
  }

  function count(connectionId: string, change: number): void {
    held.set(connectionId, (held.get(connectionId) ?? 0) + change)
    if (held.get(connectionId) === 0) held.delete(connectionId)
  }

  async function gather(ms: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, ms))
  }

  /** Until somebody knocks, or the next work is due. */
  async function pause(): Promise<void> {
    const next = await answeredWithin(longestPassMs, engine.nextDue()).catch(() => undefined)
    const full = underWay.effects.size >= mostEffects || underWay.runs.size >= mostRuns
    const least = [...held.values()].some((many) => many >= mostOfOneConnection) ? pauseBesideQueueMs : 10
    const wait = full ? longestPauseMs : Math.min(longestPauseMs, Math.max(next ?? longestPauseMs, least))
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait)
      knock = () => {
        clearTimeout(timer)
        resolve()
      }
      if (knocked || stopping) knock()
    })
    knock = () => undefined
  }
}

function workedOn(
  { id, requestedBy, submissionId, companyId, connectionId, attempts }: Effect,
  ms: number,
): WorkedEffect {
  return {
    effect: id,
    run: requestedBy.runId,
    submission: submissionId,
    company: companyId,
    connection: connectionId,
    attempts,
    ms: Math.round(ms),
  }
}
