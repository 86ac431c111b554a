import { companyScope } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import type { UseCase } from '../use-case.ts'
import { effectStamp } from './effect-stamps.ts'
import { isRemoved, markRemoved } from './mark-removed.ts'
import { planMark } from './plan-mark.ts'

/** It is not there any more: its form says so from now on, and offers to send it again as new. */
export async function noteRemoved(
  { runtime, companyId }: UseCase,
  { effect, once }: { effect: Effect; once: string },
): Promise<void> {
  const { submissionId, confirmation } = effect
  if (isRemoved(effect)) return
  const scope = companyScope(companyId)
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === effect.connectionId)
  await runtime.ports.stores.transact(scope, async (store) => {
    await markRemoved(store, effect.id)
    if (submissionId === null || connection === undefined) return
    await planMark(store, { runtime, effect, connection })
    const params = { number: confirmation?.number ?? '' }
    await store.timeline.append({
      submissionId,
      stamps: [effectStamp({ effect, connection }, { code: 'document-removed', params, once })],
      at: runtime.clock.now(),
    })
    const hints = [{ topic: 'submissions', id: submissionId }, { topic: 'attention' }] as const
    await store.outbox.post({ work: true, hints: [...hints] })
  })
  runtime.doorbell.ring()
}
