import type { Effect } from '../ports/effect-store.ts'
import type { Person } from '../ports/person.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { laterEffectsOf } from './document-effects.ts'

/** Nothing is to be sent: what stands there is read and compared once more, as a person may have changed it since. */
export async function readBackAgain(
  store: RuntimeStore,
  { create, person }: { create: Effect; person: Pick<Person, 'id'> },
): Promise<void> {
  const { submissionId, confirmation } = create
  if (submissionId === null || confirmation === undefined) return
  const later = laterEffectsOf(await store.effects.ofSubmission(submissionId), create)
  // The one whose request says how it should stand there.
  const sent = later.filter(({ state, operation, frozen }) => {
    return state === 'confirmed' && operation === 'update' && frozen?.operation === 'document.update'
  })
  // By revision: who planned them may have had a wrong clock.
  const effect = sent.toSorted((left, right) => left.revision - right.revision).at(-1) ?? create
  const reference = confirmation.reference
  const seen = effect.confirmation ?? confirmation
  const again = { ...seen, reference, verified: 'pending' as const, again: true }
  await store.effects.amend({ effect, change: { confirmation: again, due: 'at-once', triedBy: person.id } })
}
