import type { Cure } from '@fieldledger/accounting'
import type { Problem } from '@fieldledger/workflow'
import { laterEffectsOf } from '../effects/document-effects.ts'
import type { Effect } from '../ports/effect-store.ts'

/** DESIGN §9's words for where a document stands in a ledger. */
export type LedgerStateName =
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'verified'
  | 'differs'
  | 'unknown'
  | 'needs-attention'
  | 'rejected'
  | 'closed'
  | 'removed'
  | 'stopped'

/** The effect that says most about a document now: what is under way or in trouble, else the create itself. */
export function tellingEffect(effects: readonly Effect[], create: Effect): Effect {
  const open = laterEffectsOf(effects, create).filter(
    ({ state }) => state !== 'confirmed' && state !== 'superseded',
  )
  return create.state === 'confirmed' ? (open.at(-1) ?? create) : create
}

export function ledgerStateOf(effect: Effect): LedgerStateName {
  switch (effect.state) {
    case 'planned':
      return effect.waitingFor === null || effect.waitingFor === 'effect' || effect.waitingFor === 'revision'
        ? 'waiting'
        : 'needs-attention'
    case 'sending':
    case 'not-created':
      return 'sending'
    case 'unknown':
      return 'unknown'
    case 'needs-person':
      return 'needs-attention'
    case 'rejected':
      return 'rejected'
    case 'stopped':
    case 'superseded':
      return 'stopped'
    case 'confirmed':
      return confirmedState(effect)
  }
}

function confirmedState({ confirmation }: Effect): LedgerStateName {
  if (confirmation?.verified === 'pending') return 'checking'
  if (confirmation?.document?.status === 'closed') return 'closed'
  const removed = confirmation?.differences.some(({ field }) => field === 'document') === true
  if (removed || confirmation?.document?.status === 'removed') return 'removed'
  return confirmation?.verified === 'differs' ? 'differs' : 'verified'
}

/** Why it stands still, in plain words, and which small form cures it. */
export function troubleOf(effect: Effect): {
  message?: string
  cure?: Cure
  problems?: Problem[]
  code?: string
} {
  const [problem] = effect.problems
  if (problem !== undefined)
    return {
      code: problem.code,
      message: problem.message,
      problems: effect.problems,
      ...(problem.cure === undefined ? {} : { cure: problem.cure as Cure }),
    }
  if (effect.waitingFor === 'connection')
    return {
      code: 'reconnect-needed',
      message: effect.error?.message ?? 'The ledger is not connected: connect it again, then this goes on.',
      cure: 'reconnect',
    }
  if (effect.error !== undefined && effect.state !== 'confirmed')
    return { code: effect.error.code, message: effect.error.message, cure: effect.error.cure }
  if (effect.confirmation?.verified === 'differs')
    return {
      code: 'document-differs',
      message: `The ledger holds it otherwise than it was sent: ${effect.confirmation.differences
        .map(({ field, sent, found }) => `${field} (sent ${sent}, found ${found})`)
        .join(', ')}. Correct it there, or revise the form.`,
    }
  return {}
}
