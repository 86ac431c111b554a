import type { EffectWork } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { paperThere } from './paper-there.ts'
import { freshAttemptGroup } from './plan-send.ts'

/**
 * What was made ready and could not leave may have waited for days, for a connection or for room: a vendor's paper that
 * somebody typed in by hand meanwhile is asked about all the same. true = it is held.
 */
export async function holdTypedInSince(work: EffectWork): Promise<boolean> {
  const { runtime, scope, effect } = work
  const { frozen, submissionId: id, revision } = effect
  if (frozen?.operation !== 'document.create' || id === null) return false
  const submission = await runtime.ports.stores.of(scope).submissions.atRevision({ id, revision })
  if (submission === undefined) return false
  const problems = await paperThere(work, { document: frozen.input, submission })
  if (problems.length === 0) return false
  await holdEffect(work, { problems, change: freshAttemptGroup(effect) })
  return true
}
