import { type Cure, type Difference, describeField } from '@fieldledger/accounting'
import type { Problem } from '@fieldledger/workflow'
import { isNotReadBack, laterEffectsOf } from '../effects/document-effects.ts'
import { isRemoved } from '../effects/mark-removed.ts'
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
      if (effect.problems.some(({ code }) => code === 'document-removed')) return 'removed'
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

function confirmedState({ confirmation, waitingFor }: Effect): LedgerStateName {
  if (confirmation?.verified === 'pending')
    return waitingFor === 'connection' || waitingFor === 'person' ? 'needs-attention' : 'checking'
  if (confirmation?.document?.status === 'closed') return 'closed'
  if (confirmation !== undefined && isRemoved({ confirmation })) return 'removed'
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
      message: whyLost(effect) ?? 'The ledger is not connected: connect it again, then this goes on.',
      cure: 'reconnect',
    }
  if (isNotReadBack(effect)) return { code: 'not-read-back', message: notReadBackSentence, cure: 'retry' }
  if (effect.error !== undefined && effect.state !== 'confirmed' && !isOverWith(effect))
    return { code: effect.error.code, message: effect.error.message, cure: effect.error.cure }
  const { confirmation } = effect
  // A form that was cancelled here has nothing left to be chosen.
  if (confirmation !== undefined && isRemoved(effect))
    return confirmation.verified === 'differs'
      ? { code: 'document-removed', message: removedSentence, cure: 'send-as-new' }
      : {}
  if (confirmation?.verified !== 'differs') return {}
  const differences = listed(confirmation.differences)
  return confirmation.kept === true
    ? { code: 'theirs-kept', message: `Kept as it stands in the ledger: ${differences}.` }
    : {
        code: 'document-differs',
        message: `The ledger holds it otherwise than it was sent: ${differences}. Correct it there, revise the form, or say that it is right so.`,
      }
}

function whyLost({ error }: Effect): string | undefined {
  return error?.cure === 'reconnect' ? error.message : undefined
}

/** "It goes on by itself" was said of a wait that ended: it was cancelled, sent back, or waits for something else by now. */
function isOverWith({ error, state, dueAt }: Effect): boolean {
  if (state === 'planned' && dueAt !== null) return false
  if (error?.code === 'rate-limited') return true
  return error?.retryable === true && (state === 'stopped' || state === 'planned')
}

const notReadBackSentence =
  'It is in the ledger, and could not be read back to be compared: look into the Integration Log, then try again.'

const removedSentence =
  'It was removed in the ledger by hand: send it again as a new one, or cancel the form here.'

function listed(differences: readonly Difference[]): string {
  return differences
    .map(({ field, sent, found }) => `${describeField(field)} (here "${sent}", there "${found}")`)
    .join(', ')
}
