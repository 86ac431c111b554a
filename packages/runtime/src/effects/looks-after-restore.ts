import type { Submission } from '@fieldledger/forms'
import type { EffectWork } from './effect-work.ts'
import { restoredAt } from './restored-at.ts'

/** By how much the clocks of our own processes may disagree. */
const clocksMs = 3_600_000

/** A database from a backup may have forgotten what was sent after it: is this form one of those it may be about? */
export function looksAfterRestore(
  work: Pick<EffectWork, 'connection' | 'effect'>,
  submission: Pick<Submission, 'submittedAt'> | undefined,
): boolean {
  const { restored } = work.connection
  if (restored === undefined || work.effect.operation !== 'create') return false
  if (!restored.compared) return true
  return submission !== undefined && submission.submittedAt.getTime() < restoredAt(work) + clocksMs
}
