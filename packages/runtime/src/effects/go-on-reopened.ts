import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { laterEffectsOf } from './document-effects.ts'
import { freshAttemptGroup } from './plan-send.ts'

/** An order is open again there: what was refused because it was billed goes on, and nobody need ask for it once more. */
export async function goOnReopened(store: RuntimeStore, mark: Effect): Promise<void> {
  const { operation, target, submissionId, dependsOn } = mark
  const [createId] = dependsOn
  if (operation !== 'mark' || target.kind !== 'document' || target.as !== 'open') return
  if (submissionId === null || createId === undefined) return
  const later = laterEffectsOf(await store.effects.ofSubmission(submissionId), { id: createId })
  const newest = Math.max(...later.map(({ revision }) => revision))
  const refused = later.filter(
    (one) =>
      one.operation !== 'mark' &&
      one.state === 'rejected' &&
      one.error?.code === 'document-in-use' &&
      one.revision === newest,
  )
  for (const effect of refused) await store.effects.amend({ effect, change: freshAttemptGroup(effect) })
}
