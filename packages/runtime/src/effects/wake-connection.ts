import { companyScope } from '@fieldledger/workflow'
import type { UseCase } from '../use-case.ts'

export interface WakeConnection extends UseCase {
  connectionId: string
}

/** The connection is active again, or a link or rule appeared: everything that waits there is looked at again. */
export async function wakeConnection(input: WakeConnection): Promise<{ woken: number }> {
  const { runtime, connectionId } = input
  const woken = await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const count = await store.effects.wake({ connectionId })
    await store.outbox.post({ work: count > 0, hints: [{ topic: 'connections', id: connectionId }] })
    return count
  })
  if (woken > 0) runtime.doorbell.ring()
  return { woken }
}
