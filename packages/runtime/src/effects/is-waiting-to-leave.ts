import type { Effect } from '../ports/effect-store.ts'
import { neverSent } from './document-effects.ts'

/** A document that no request has left for yet, so that it can still be taken back. */
export function isWaitingToLeave(effect: Effect): boolean {
  return (
    effect.target.kind === 'document' &&
    effect.operation !== 'cancel' &&
    effect.state === 'planned' &&
    neverSent(effect)
  )
}
