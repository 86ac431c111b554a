import { companyScope } from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'
import { sendByEvent } from './send-by-event.ts'
import { type LoopRefused, startByEvent } from './start-by-event.ts'

const mostAtOnce = 100
const afterFailureMs = 30_000

/** Every workflow that an event starts, starts once, and what is sent by itself is sent. One that fails is tried again later and lets the others pass. */
export async function takeEventStarts(runtime: Runtime): Promise<LoopRefused[]> {
  const refused: LoopRefused[] = []
  let trouble: unknown
  for (const due of await runtime.ports.triggers.dueEventStarts(mostAtOnce)) {
    try {
      const loop =
        due.workflowId === undefined
          ? await sendByEvent(runtime, due)
          : await startByEvent(runtime, { ...due, workflowId: due.workflowId })
      if (loop !== undefined) refused.push(loop)
    } catch (error) {
      trouble = error
      const { eventStarts } = runtime.ports.stores.of(companyScope(due.companyId))
      await eventStarts.putOff({ id: due.id, ms: afterFailureMs })
    }
  }
  if (trouble !== undefined) throw trouble
  return refused
}
