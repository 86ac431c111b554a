import { setTimeout as pause } from 'node:timers/promises'
import type { Say } from '../house/say.ts'
import { type ProcessPlan, type RunningProcess, startProcess } from './start-process.ts'

const usualWait = { first: 500, longest: 30_000 }
const healthyAfter = 60_000

export interface SuperviseOptions {
  plan: ProcessPlan
  say: Say
  /** Already started by that plan. */
  running?: RunningProcess
  waits?: { first: number; longest: number }
}

export interface Supervised {
  name: string
  /** How often it ended by itself. */
  restarts(): number
  current(): RunningProcess
  stop(): Promise<void>
  /** kill -9, for good. */
  kill(): Promise<void>
}

/** Keeps a process running: one that ends by itself is started again, each time a little later. */
export function supervise(options: SuperviseOptions): Supervised {
  const { plan, say, waits = usualWait } = options
  const stopping = new AbortController()
  let restarts = 0
  let wait = waits.first / 2
  let current = options.running ?? startProcess(plan)

  const watch = async () => {
    while (!stopping.signal.aborted) {
      const since = performance.now()
      await current.ended
      if (stopping.signal.aborted) return
      wait = performance.now() - since > healthyAfter ? waits.first : Math.min(wait * 2, waits.longest)
      restarts += 1
      say(
        `${plan.name} ended by itself; starting it again in ${wait / 1000} s (see logs/${plan.name}.log in the data folder).`,
      )
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (!stopping.signal.aborted) current = startProcess(plan)
    }
  }
  const watching = watch()
  const end = async (ending: () => Promise<void>) => {
    stopping.abort()
    await ending()
    await watching
  }

  return {
    name: plan.name,
    restarts: () => restarts,
    current: () => current,
    stop: () => end(() => current.stop()),
    kill: () =>
      end(() => {
        current.kill('SIGKILL')
        return current.ended
      }),
  }
}
