import type { RemoteDocument } from '@fieldledger/accounting'
import type { Confirmation, Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeTasks } from './close-tasks.ts'
import { isSettled } from './document-effects.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { leaveEarlier } from './leave-earlier.ts'
import { seenAnew } from './seen-anew.ts'

/**
 * The ledger holds these values already, as it said just now: nothing is sent. What somebody changed there is not ours to
 * write over for that, but is told. The create is read inside of the transaction, as it may have been
 * claimed for a look of its own since, and must say which revision it holds now; one that is being read back is waited for.
 */
export async function settleUnchanged(
  work: EffectWork,
  { seen, found }: { seen: Effect; found: RemoteDocument },
): Promise<void> {
  const { effect } = work
  const there: { held?: Confirmation } = {}
  await settle(work, {
    change: async (store) => {
      const create = await asItWas(store, seen)
      if (create === undefined) return { due: 'at-once' }
      const { revision, requestHash } = effect
      const held = { ...asFound(create.confirmation, found), revision, requestHash }
      there.held = held
      await store.effects.amend({ effect: create, change: { confirmation: held } })
      await leaveEarlier(store, effect)
      // It may have been held before.
      await closeTasks(store, { effect })
      return {
        state: 'confirmed',
        waitingFor: null,
        confirmation: { ...held, unchanged: true },
        error: null,
        problems: [],
        due: 'never',
      }
    },
    // A step that asked says so itself when it leaves.
    stamps: () =>
      there.held === undefined || effect.requestedBy.runId !== undefined
        ? []
        : [effectStamp(work, { code: 'document-unchanged', params: { number: there.held.number ?? '' } })],
    hints: [{ topic: 'tasks' }, { topic: 'attention' }],
    wakeRun: true,
    wakeDependants: true,
  })
}

function asFound(confirmation: Confirmation, found: RemoteDocument): Confirmation {
  const { document } = confirmation
  return (document && seenAnew(confirmation, { document, found })) ?? confirmation
}

/** undefined = the ledger was written or is being read since: it is looked at anew. */
async function asItWas(
  store: RuntimeStore,
  seen: Effect,
): Promise<(Effect & { confirmation: Confirmation }) | undefined> {
  const create = await store.effects.get(seen.id)
  if (create?.state !== 'confirmed' || !isSettled(create)) return undefined
  const { confirmation } = create
  return confirmation !== undefined && confirmation.hash === seen.confirmation?.hash
    ? { ...create, confirmation }
    : undefined
}
