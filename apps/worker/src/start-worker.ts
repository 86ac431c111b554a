import { failpoint, type Runtime, tickTriggers } from '@fieldledger/runtime'
import type { AgendaDoorbell } from '@fieldledger/storage'
import { startHeartbeat } from './heartbeat.ts'
import { startWorkerLoop, type WorkAt } from './worker-loop.ts'

export interface Worker {
  id: string
  /** Claims nothing more, finishes what is under way, gives back the rest. */
  stop(): Promise<void>
}

const finishWithinMs = 25_000

/** Heartbeat, loop, doorbell and sweeps of one worker. Many may run at once. */
export async function startWorker(parts: {
  runtime: Runtime
  doorbell: AgendaDoorbell
  sendMails(): Promise<void>
  watchDueWork(): Promise<void>
  onError(error: unknown, at?: WorkAt): void
}): Promise<Worker> {
  const { runtime, doorbell, sendMails, watchDueWork, onError } = parts
  const { engine } = runtime.ports
  const id = runtime.newId()
  const heartbeat = await startHeartbeat({ engine, workerId: id, onError })
  const loop = startWorkerLoop({ runtime, workerId: id, fresh: heartbeat.fresh, onError })
  await doorbell.start({
    onTick: loop.wake,
    onError,
    sweeps: {
      'free what dead workers held': {
        everyMs: 2000,
        run: async () => {
          const { runs, effects } = await engine.sweepDeadWorkers()
          failpoint('sweep.after-dead-workers')
          if (runs + effects > 0) loop.wake()
        },
      },
      'look for due work': { everyMs: 5000, run: loop.wake },
      'send mails': { everyMs: 3000, run: sendMails },
      'fire what is scheduled': { everyMs: 2000, run: () => tickTriggers(runtime) },
      'watch the oldest due work': { everyMs: 20_000, run: watchDueWork },
    },
  })
  return {
    id,
    async stop() {
      await loop.stop(finishWithinMs)
      await doorbell.stop()
      await engine.release(id)
      heartbeat.stop()
    },
  }
}
