import type { Operations } from '@fieldledger/accounting'
import { LedgerError, OutcomeUnknown, UnreadableAnswer } from '@fieldledger/accounting'
import { failpoint } from '../failpoints/failpoint.ts'
import type { FrozenRequest } from '../ports/effect-store.ts'
import { ClaimLost, ClaimStale } from './claim-lost.ts'
import { callScope, type EffectWork, settle } from './effect-work.ts'
import { settleConfirmed } from './settle-confirmed.ts'
import { settleFailure } from './settle-failure.ts'

/** Far below the four seconds after which a silent worker is taken for dead. */
const freshForMs = 2500

export type Answered = Operations[FrozenRequest['operation']]['out']

/** Sends the frozen request once: intent first, then the wire, then the settlement. */
export async function sendEffect(work: EffectWork): Promise<void> {
  const { effect } = work
  const { frozen } = effect
  if (frozen === undefined) return settle(work, { change: { state: 'planned', due: 'at-once' } })
  const intent = { recorded: false, stopped: undefined as Error | undefined }
  let answer: Answered
  try {
    answer = (await work.driver.run({
      operation: frozen.operation,
      input: frozen.input,
      scope: callScope(work),
      beforeWrite: async () => {
        try {
          await recordIntent(work, intent)
        } catch (error) {
          intent.stopped = error instanceof Error ? error : new ClaimLost()
          throw error
        }
      },
    } as Parameters<typeof work.driver.run>[0])) as Answered
  } catch (error) {
    return unsent(work, { intent, error })
  }
  failpoint('send.after-answer')
  if (isOfAnother(frozen, answer))
    return settleFailure(work, { error: new UnreadableAnswer(answeredOther), intended: true })
  await settleConfirmed(work, answer)
}

const answeredOther =
  'The ledger answered about another document than the one that was sent. Fieldledger looks it up; wait for the result.'

/** What was changed or removed is the document that was named, or nothing is known. */
function isOfAnother({ input }: FrozenRequest, answer: Answered): boolean {
  return 'reference' in input && answer?.reference.id !== input.reference.id
}

async function recordIntent(work: EffectWork, intent: { recorded: boolean }): Promise<void> {
  const { runtime, scope, effect } = work
  failpoint('intent.before')
  const began = runtime.clock.monotonic()
  if (!(await runtime.ports.stores.of(scope).effects.recordIntent({ effect }))) throw new ClaimLost()
  failpoint('intent.after')
  // A process that was asleep here may have been declared dead: it sends nothing.
  if (!work.fresh() || runtime.clock.monotonic() - began > freshForMs) throw new ClaimStale()
  intent.recorded = true
}

async function unsent(
  work: EffectWork,
  failed: { intent: { recorded: boolean; stopped: Error | undefined }; error: unknown },
): Promise<void> {
  const { intent, error } = failed
  if (intent.stopped instanceof ClaimLost) throw intent.stopped
  if (intent.stopped !== undefined) return settle(work, { change: backToBefore(work) })
  if (error instanceof LedgerError) return settleFailure(work, { error, intended: intent.recorded })
  if (!intent.recorded) throw error
  const message = error instanceof Error ? error.message : String(error)
  return settleFailure(work, { error: new OutcomeUnknown(message), intended: true })
}

// Nothing went out: the state before this claim holds.
function backToBefore({ effect }: EffectWork) {
  return { state: effect.state, sends: effect.sends, due: 'at-once' as const }
}
