import { companyScope } from '@fieldledger/workflow'
import { NoConnection } from '../errors/runtime-errors.ts'
import type { CureBatch } from '../ports/trigger-store.ts'
import type { PersonalUseCase } from '../use-case.ts'

export interface StartResend extends PersonalUseCase {
  connectionId: string
  submissionIds: readonly string[]
}

/** "Resend all" goes on in the background and can be watched: no request waits for hundreds of documents. */
export async function startResend(input: StartResend): Promise<CureBatch> {
  const { runtime, companyId, person, connectionId } = input
  const scope = companyScope(companyId)
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === connectionId)
  if (connection?.state !== 'active') throw new NoConnection()
  const submissionIds = [...new Set(input.submissionIds)]
  const batch: CureBatch = {
    id: runtime.newId(),
    companyId,
    origin: 'cure',
    cause: { key: `resend ${connectionId}`, sentence: `Sent again to ${connection.name}` },
    resendTo: connectionId,
    submissionIds,
    startedBy: { id: person.id, name: person.name },
    tell: { roles: [], people: [person.id] },
    state: 'starting',
    cursor: '',
    expected: submissionIds.length,
    startedAt: runtime.clock.now(),
  }
  await runtime.ports.stores.transact(scope, async (store) => {
    await store.batches.insert(batch)
    await store.outbox.post({ work: false, hints: [{ topic: 'batches' }] })
  })
  return batch
}
