import { companyScope } from '@fieldledger/workflow'
import type { CureBatch } from '../ports/trigger-store.ts'
import type { PersonalUseCase } from '../use-case.ts'

/** A batch that the workers go through from here on; whoever opened it is told of its end, open pages see it at once. */
export async function openCureBatch(
  { runtime, companyId, person }: PersonalUseCase,
  what: Required<Pick<CureBatch, 'id' | 'cause'>> &
    Pick<CureBatch, 'resendTo'> & { submissionIds: readonly string[] },
): Promise<CureBatch> {
  const submissionIds = [...new Set(what.submissionIds)]
  const batch: CureBatch = {
    ...what,
    companyId,
    origin: 'cure',
    submissionIds,
    startedBy: { id: person.id, name: person.name },
    tell: { roles: [], people: [person.id] },
    state: 'starting',
    cursor: '',
    expected: submissionIds.length,
    startedAt: runtime.clock.now(),
  }
  await runtime.ports.stores.transact(companyScope(companyId), async (store) => {
    await store.batches.insert(batch)
    await store.outbox.post({ work: false, hints: [{ topic: 'batches' }] })
  })
  return batch
}
