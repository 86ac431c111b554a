import type { Submission } from '@fieldledger/forms'
import type { EffectWork } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { paperThere } from './paper-there.ts'
import { freshAttemptGroup } from './plan-send.ts'

/**
 * What was made ready and could not leave may have waited for days, for a connection or for room: a vendor's paper that
 * somebody typed in by hand meanwhile is asked about all the same. true = it is held.
 */
export async function holdTypedInSince(work: EffectWork, submission: Submission): Promise<boolean> {
  const { effect } = work
  const { frozen } = effect
  if (frozen?.operation !== 'document.create') return false
  const problems = await paperThere(work, { document: frozen.input, submission })
  if (problems.length === 0) return false
  await holdEffect(work, { problems, change: freshAttemptGroup(effect) })
  return true
}
