import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { laterEffectsOf } from './document-effects.ts'
import { freshAttemptGroup } from './plan-send.ts'

/** An order is open again there: whoever cancelled it while it was still billed was refused, and need not ask once more. */
export async function takeOutReopened(store: RuntimeStore, mark: Effect): Promise<void> {
  const { operation, target, submissionId, dependsOn } = mark
  const [createId] = dependsOn
  if (operation !== 'mark' || target.kind !== 'document' || target.as !== 'open') return
  if (submissionId === null || createId === undefined) return
  const later = laterEffectsOf(await store.effects.ofSubmission(submissionId), { id: createId })
  for (const effect of later.filter((one) => one.operation === 'cancel' && one.state === 'rejected'))
    await store.effects.amend({ effect, change: freshAttemptGroup(effect) })
}
