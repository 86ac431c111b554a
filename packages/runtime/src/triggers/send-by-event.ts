import { companyScope } from '@fieldledger/workflow'
import { sendApproved } from '../effects/send-approved.ts'
import type { Runtime } from '../ports/runtime.ts'

/**
 * What an approval sends by itself is planned, and the event is done with, in one transaction: two workers conflict here,
 * one of them repeats and finds it gone. Lost doorbells do not matter, the sweep comes to it.
 */
export async function sendByEvent(
  runtime: Runtime,
  { companyId, id }: { companyId: string; id: string },
): Promise<undefined> {
  const planned = await runtime.ports.stores.transact(companyScope(companyId), async (store) => {
    const event = await store.eventStarts.get(id)
    if (event === undefined || !(await store.eventStarts.remove(id))) return false
    return sendApproved(store, { runtime, submissionId: event.submissionId })
  })
  if (planned) runtime.doorbell.ring()
}
