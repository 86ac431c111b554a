import type { RemoteDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { EffectNotResolvable } from '../errors/runtime-errors.ts'
import type { Confirmation, Effect } from '../ports/effect-store.ts'
import { byPerson } from '../timeline/actors.ts'
import { mayBeKept } from './may-be-kept.ts'
import { readBackAgain } from './read-back-again.ts'
import { readRemote } from './read-remote.ts'
import type { Resolving } from './resolve-effect.ts'
import { seenAnew } from './seen-anew.ts'

/**
 * A document arrived and the ledger holds it otherwise than it was sent, and a person says that it is right so: nothing
 * is sent, and whatever comes next is looked at anew. It is about what was read: what changed since is read first.
 */
export async function keepAsItStands(input: Resolving, seen: Effect): Promise<void> {
  const { runtime, person, provider } = input
  const scope = companyScope(input.companyId)
  const { confirmation, submissionId } = seen
  if (!mayBeKept(seen) || confirmation?.document === undefined || submissionId === null) throw outOfDate()
  const found = await readRemote(input, seen)
  const isAsRead = found !== null && found.status !== 'removed' && isAsShown(confirmation, found)
  await runtime.ports.stores.transact(scope, async (store) => {
    if (!isAsRead) return readBackAgain(store, { create: seen, person })
    const { reference } = found
    const { edited: _byHand, ...seenBefore } = confirmation
    const kept = { ...seenBefore, reference, document: found, hash: '', kept: true }
    if (!(await store.effects.amend({ effect: seen, change: { confirmation: kept } }))) throw outOfDate()
    const params = { provider, number: confirmation.number ?? '' }
    await store.timeline.append({
      submissionId,
      stamps: [{ code: 'theirs-kept', params, actor: byPerson(person) }],
      at: runtime.clock.now(),
    })
    await store.outbox.post({
      work: false,
      hints: [{ topic: 'attention' }, { topic: 'submissions', id: submissionId }],
    })
  })
  if (isAsRead) return
  runtime.doorbell.ring()
  throw outOfDate()
}

/** Differences are shown from what was sent, or by a later look from what was read before. */
function isAsShown(confirmation: Confirmation, found: RemoteDocument): boolean {
  const { document, differences } = confirmation
  const now = document && seenAnew(confirmation, { document, found })
  return JSON.stringify(now?.differences ?? differences) === JSON.stringify(differences)
}

function outOfDate(): EffectNotResolvable {
  return new EffectNotResolvable(
    'It stands there otherwise than this page shows: it is being read once more. Load the page again.',
  )
}
