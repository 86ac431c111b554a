import { StatusForbids } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

/** What a ledger refused, or what nobody found there, is not sent for a form that was cancelled meanwhile. */
export async function refuseCancelled(
  store: RuntimeStore,
  { submissionId, operation, target }: Pick<Effect, 'submissionId' | 'operation' | 'target'>,
): Promise<void> {
  if (submissionId === null || target.kind !== 'document') return
  if (operation === 'cancel' || operation === 'mark') return
  const submission = await store.submissions.get(submissionId)
  if (submission?.status === 'cancelled') throw new StatusForbids({ what: 'sent', status: 'cancelled' })
}
