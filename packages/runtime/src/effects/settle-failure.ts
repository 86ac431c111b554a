import type { Cure, LedgerError } from '@fieldledger/accounting'
import { companyScope, type Problem } from '@fieldledger/workflow'
import type { Effect, EffectError } from '../ports/effect-store.ts'
import { claimTime, inMilliseconds, retryLater } from './backoff.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { parkForConnection } from './park-for-connection.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { problemOfRefusal } from './problem-of-refusal.ts'
import { refusedNumberThere } from './refused-number-there.ts'
import { settleNameTaken } from './settle-name-taken.ts'
import { settleRejected } from './settle-rejected.ts'

export interface Failed {
  error: LedgerError
  /** The intent was recorded: the request may have reached the ledger. */
  intended: boolean
}

const dayMs = 24 * 3600 * 1000
/** Somebody else's turn for a slot comes by the tenth of a second. */
const worthPostponingMs = 1000
/** Refusals with a small form that cures them: held, not failed. */
const heldByPerson: readonly Cure[] = [
  'link-vendor',
  'link-item',
  'choose-account',
  'set-price',
  'change-number',
  'shorten-name',
]

/** What a failure means for the effect: wait, unknown, hold, link, or refused (DESIGN §4, reliability §2.2 step 7). */
export async function settleFailure(work: EffectWork, failed: Failed): Promise<void> {
  const { error, intended } = failed
  const { effect } = work
  const before = stateBefore(effect)
  if (error.costsNoAttempt) return waitForRoom(work, { error, before })
  if (error.cure === 'reconnect') return parkForConnection(work, { error, before })
  if (intended && error.outcomeUnknown) return settleUnknown(work, error)
  if (error.retryable && !isRefusal(error)) return tryLater(work, { error, before })
  return settleRefusal(work, failed)
}

/** What held before this try. */
export type StateBefore = Pick<Effect, 'state'> & Partial<Pick<Effect, 'sends'>>

/** Nothing was committed by this try: what held before it holds again. What was confirmed was sent, and stays so. */
function stateBefore(effect: Effect): StateBefore {
  if (effect.state === 'confirmed') return { state: 'confirmed' }
  return { state: effect.state === 'sending' ? 'unknown' : effect.state, sends: effect.sends }
}

function isRefusal({ code }: LedgerError): boolean {
  return code === 'stale-revision'
}

/**
 * The whole queue waits with the one that found the ledger full: each would find the same, one after the other, and
 * five hundred of them keep the database busier than sending does.
 */
async function waitForRoom(
  work: EffectWork,
  { error, before }: { error: LedgerError; before: StateBefore },
): Promise<void> {
  const { effect, runtime } = work
  const wait = Math.max(error.detail.retryAfterMs ?? 1000, 100)
  const until = inMilliseconds(runtime, { tried: effect, wait })
  if (wait < worthPostponingMs) return settle(work, { change: { ...before, due: until } })
  const why = errorOf(error)
  // Whoever waits reads why. What is being looked up, or is there, has more to say than that.
  await settle(work, {
    change: { ...before, due: until, ...(before.state === 'planned' ? { error: why } : {}) },
  })
  const { effects } = runtime.ports.stores.of(companyScope(effect.companyId))
  await effects.postpone({ connectionId: effect.connectionId, until, why })
}

async function settleUnknown(work: EffectWork, error: LedgerError): Promise<void> {
  const { effect, runtime } = work
  await settle(work, {
    change: {
      state: 'unknown',
      error: errorOf(error),
      tries: effect.tries + 1,
      due: retryLater(runtime, effect),
    },
    stamps: [effectStamp(work, { code: 'outcome-unknown' })],
    hints: [{ topic: 'attention' }],
  })
}

async function tryLater(
  work: EffectWork,
  { error, before }: { error: LedgerError; before: StateBefore },
): Promise<void> {
  const { effect, runtime } = work
  const waited = claimTime(runtime, effect).getTime() - effect.createdAt.getTime()
  if (before.state === 'planned' && waited > dayMs && effect.tries > 8)
    return holdEffect(work, {
      problems: [await problemOfRefusal(work, error)],
      change: { error: errorOf(error) },
    })
  await settle(work, {
    change: {
      ...before,
      error: errorOf(error),
      tries: effect.tries + 1,
      due: retryLater(runtime, effect),
    },
  })
}

async function problemsOfRefusal(work: EffectWork, error: LedgerError): Promise<Problem[]> {
  const there = error.code === 'duplicate-number' ? await refusedNumberThere(work, error) : []
  return there.length > 0 ? there : [await problemOfRefusal(work, error)]
}

async function settleRefusal(work: EffectWork, { error }: Failed): Promise<void> {
  const { effect } = work
  const sentBefore = effect.sends > 0 && effect.state !== 'not-created'
  const { operation } = effect
  const changedThere = error.code === 'document-removed' && (operation === 'update' || operation === 'mark')
  if (error.code === 'stale-revision' || changedThere)
    return settle(work, {
      change: {
        ...freshAttemptGroup({ ...effect, sends: 1 }),
        tries: effect.tries + 1,
        due: retryLater(work.runtime, effect),
      },
    })
  if (error.code === 'duplicate-name' && effect.target.kind !== 'document')
    return settleNameTaken(work, error)
  // What refuses this repetition, a number that our own first try took or books that were closed since, does not say that
  // the first try was refused: it is looked up.
  if (sentBefore)
    return settle(work, {
      change: {
        state: 'unknown',
        error: errorOf(error),
        firstSentAt: null,
        due: inMilliseconds(work.runtime, { tried: effect, wait: 0 }),
      },
    })
  if (effect.operation === 'create' && heldByPerson.includes(error.cure))
    return holdEffect(work, {
      problems: await problemsOfRefusal(work, error),
      change: { ...freshAttemptGroup({ ...effect, sends: 1 }), error: errorOf(error) },
    })
  return settleRejected(work, error)
}

export function errorOf(error: LedgerError): EffectError {
  const { entry, providerCode } = error.detail
  return {
    code: error.code,
    message: error.message,
    retryable: error.retryable,
    cure: error.cure,
    ...(entry === undefined ? {} : { entry }),
    ...(providerCode === undefined ? {} : { providerCode }),
  }
}
