import { companyScope } from '@fieldledger/workflow'
import { resent } from '../effects/resend-forms.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { BatchItem, CureBatch } from '../ports/trigger-store.ts'
import { nextOf } from '../triggers/next-of.ts'

const chunk = 20

/** The next forms are sent. Whoever does it twice, or at the same time, meets the same effects, and the cursor moves once. */
export async function advanceResend(
  runtime: Runtime,
  batch: CureBatch & { resendTo: string },
): Promise<boolean> {
  const { id, companyId, cursor, submissionIds = [], resendTo: connectionId } = batch
  const person = { ...(batch.startedBy ?? { id: '', name: '' }), role: 'bookkeeper' as const }
  const page = nextOf(submissionIds, { after: cursor, limit: chunk })
  const items: BatchItem[] = []
  for (const submissionId of page.ids) {
    const { does, message } = await resent(
      { runtime, companyId, person, connectionId },
      { submissionId, send: true },
    )
    const item: BatchItem = { id: runtime.newId(), batchId: id, submissionId }
    items.push(untouched.includes(does) ? { ...item, outcome: 'skipped', message } : item)
  }
  return runtime.ports.stores.transact(companyScope(companyId), async (store) => {
    const to = page.next === undefined ? { state: 'running' as const } : { cursor: page.next }
    if (!(await store.batches.move({ id, cursor, state: 'starting', to }))) return false
    await store.batches.addItems(items)
    await store.outbox.post({ work: true, hints: [{ topic: 'batches', id }, { topic: 'attention' }] })
    return true
  })
}

const untouched: readonly string[] = ['skip', 'stopped', 'refuse']
