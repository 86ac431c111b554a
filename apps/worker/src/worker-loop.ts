import { type EnginePort, executeEffect, executeRun, failpoint, type Runtime } from '@fieldledger/runtime'

const mostRuns = 50
const mostEffects = 20
/** It looks by itself at least that often: a lost doorbell costs no more. */
const longestPauseMs = 5000

export interface WorkerLoop {
  /** There may be work. */
  wake(): void
  /** Claims nothing more, and waits for what is under way. */
  stop(withinMs: number): Promise<void>
}

export interface WorkerLoopOptions {
  runtime: Runtime
  workerId: string
  /** Is this worker's heartbeat young enough to send? */
  fresh(): boolean
  onError(error: unknown): void
}

/** Claims due runs and effects in batches and works on them at the same time. */
export function startWorkerLoop(options: WorkerLoopOptions): WorkerLoop {
  const { runtime, workerId, fresh, onError } = options
  const engine: EnginePort = runtime.ports.engine
  const underWay = { runs: new Set<Promise<void>>(), effects: new Set<Promise<void>>() }
  let stopping = false
  let knocked = false
  let knock: () => void = () => undefined
  const looping = loop()

  return {
    wake() {
      knocked = true
      knock()
    },
    async stop(withinMs) {
      stopping = true
      knock()
      await looping
      const all = Promise.allSettled([...underWay.runs, ...underWay.effects])
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, withinMs).unref())])
    },
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      knocked = false
      let claimed = 0
      try {
        claimed = await claim()
      } catch (error) {
        onError(error)
      }
      if (claimed === 0 && !knocked && !stopping) await pause()
    }
  }

  async function claim(): Promise<number> {
    const roomForRuns = mostRuns - underWay.runs.size
    const runs = roomForRuns > 0 ? await engine.claimRuns({ workerId, limit: roomForRuns }) : []
    if (runs.length > 0) failpoint('claim.after-runs')
    for (const run of runs) track(underWay.runs, executeRun({ runtime, run }))
    const roomForEffects = mostEffects - underWay.effects.size
    const effects = roomForEffects > 0 ? await engine.claimEffects({ workerId, limit: roomForEffects }) : []
    if (effects.length > 0) failpoint('claim.after-effects')
    for (const effect of effects) track(underWay.effects, executeEffect({ runtime, effect, fresh }))
    return runs.length + effects.length
  }

  function track(set: Set<Promise<void>>, doing: Promise<void>): void {
    const done = doing.catch(onError).finally(() => {
      set.delete(done)
      knocked = true
      knock()
    })
    set.add(done)
  }

  /** Until somebody knocks, or the next work is due. */
  async function pause(): Promise<void> {
    const next = await engine.nextDue().catch(() => undefined)
    const full = underWay.effects.size >= mostEffects || underWay.runs.size >= mostRuns
    const wait = full ? longestPauseMs : Math.min(longestPauseMs, Math.max(next ?? longestPauseMs, 10))
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
