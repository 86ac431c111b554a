import { eachAlone } from '../each-alone.ts'
import type { Runtime } from '../ports/runtime.ts'
import { advanceBatch } from './advance-batch.ts'
import { fireSchedules } from './fire-schedules.ts'
import { followZones } from './follow-zones.ts'
import { settleBatch } from './settle-batch.ts'
import type { LoopRefused } from './start-by-event.ts'
import { takeEventStarts } from './take-event-starts.ts'
import { takeMessages } from './take-messages.ts'

const mostBatches = 100

/**
 * All that triggers have to do now. Run 0, 1 or 100 times, late or in parallel, it comes to the same. Gives what was
 * refused because it went in a circle, for the log.
 */
export async function tickTriggers(runtime: Runtime): Promise<LoopRefused[]> {
  const refused: LoopRefused[] = []
  await eachAlone(
    [
      async () => followZones(runtime),
      async () => fireSchedules(runtime),
      async () => takeMessages(runtime),
      async () => refused.push(...(await takeEventStarts(runtime))),
      async () => advanceBatches(runtime),
    ],
    (take) => take(),
  )
  return refused
}

async function advanceBatches(runtime: Runtime): Promise<void> {
  await eachAlone(await runtime.ports.triggers.openBatches(mostBatches), async (batch) => {
    while (await advanceBatch(runtime, batch));
    await settleBatch(runtime, batch)
  })
}
