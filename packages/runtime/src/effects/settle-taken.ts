import type { RemoteDocument } from '@fieldledger/accounting'
import type { EffectWork } from './effect-work.ts'
import { settleConfirmed } from './settle-confirmed.ts'

/** It says already what we would say, be it with an earlier way back to the form or none: ours is not missed there. */
export function settleTaken(work: EffectWork, found: RemoteDocument): Promise<void> {
  const { effect } = work
  const { frozen } = effect
  if (frozen?.operation !== 'document.update') return settleConfirmed(work, found)
  const { backLink: _unsent, ...document } = frozen.input.document
  const input = { ...frozen.input, document }
  return settleConfirmed({ ...work, effect: { ...effect, frozen: { ...frozen, input } } }, found)
}
