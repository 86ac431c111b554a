import { companyScope } from '@fieldledger/workflow'
import { EffectNotResolvable, NotFound } from '../errors/runtime-errors.ts'
import type { Person } from '../ports/person.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { isNotReadBack } from './document-effects.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { refuseCancelled } from './refuse-cancelled.ts'

export interface RetryEffect extends PersonalUseCase {
  effectId: string
}

/** A person tries again what was refused or waits; never what may already be in the ledger. */
export async function retryEffect(input: RetryEffect): Promise<void> {
  const { runtime } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const submissionId = await tryEffectAgain(store, { ...input, at: runtime.clock.now() })
    await store.outbox.post({
      work: true,
      hints: [
        { topic: 'attention' },
        ...(submissionId === null ? [] : [{ topic: 'submissions' as const, id: submissionId }]),
      ],
    })
  })
  runtime.doorbell.ring()
}

/** Inside of a transaction; refuses before it writes. Gives the form that it belongs to. */
export async function tryEffectAgain(
  store: RuntimeStore,
  { effectId, person, at }: { effectId: string; person: Pick<Person, 'id' | 'name'>; at: Date },
): Promise<string | null> {
  const effect = await store.effects.get(effectId)
  if (effect === undefined) throw new NotFound('document')
  await refuseCancelled(store, effect)
  if (effect.state === 'rejected')
    await store.effects.amend({ effect, change: { ...freshAttemptGroup(effect), triedBy: person.id } })
  else if (effect.state === 'planned' || effect.state === 'unknown' || isNotReadBack(effect))
    await store.effects.wake({ ids: [effect.id], triedBy: person.id })
  else
    throw new EffectNotResolvable(
      'Nothing is to be tried again here: say first whether the document is in the ledger, or load the page again.',
    )
  const { submissionId } = effect
  if (submissionId !== null)
    await store.timeline.append({
      submissionId,
      stamps: [{ code: 'retried', params: {}, actor: byPerson(person) }],
      at,
    })
  return submissionId
}
