import type { Runtime } from '../ports/runtime.ts'
import { advanceBatch } from './advance-batch.ts'
import { fireSchedules } from './fire-schedules.ts'
import { settleBatch } from './settle-batch.ts'
import { takeMessages } from './take-messages.ts'

const mostBatches = 100

/** All that triggers have to do now. Run 0, 1 or 100 times, late or in parallel, it comes to the same. */
export async function tickTriggers(runtime: Runtime): Promise<void> {
  await fireSchedules(runtime)
  await takeMessages(runtime)
  for (const batch of await runtime.ports.triggers.openBatches(mostBatches)) {
    while (await advanceBatch(runtime, batch));
    await settleBatch(runtime, batch)
  }
}
