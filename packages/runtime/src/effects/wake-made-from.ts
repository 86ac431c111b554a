import { isOfOrderProblem } from '@fieldledger/workflow'
import type { RuntimeStore } from '../ports/store.ts'
import type { EffectWork } from './effect-work.ts'

/** What is made out of an order there, and was held because the order was not, or not with that line, is looked at again. */
export async function wakeMadeFrom(store: RuntimeStore, { effect, connection }: EffectWork): Promise<void> {
  const { submissionId, connectionId } = effect
  const makesOfOrders = Object.values(connection.capabilities.documents).some(
    ({ ofOrder }) => ofOrder === true,
  )
  if (submissionId === null || !makesOfOrders) return
  const made = await store.submissions.madeFrom(submissionId)
  if (made.length === 0) return
  const effects = await store.effects.ofSubmissions(made.map(({ id }) => id))
  const held = effects.filter(
    (one) =>
      one.connectionId === connectionId && one.waitingFor === 'cure' && one.problems.some(isOfOrderProblem),
  )
  if (held.length > 0) await store.effects.wake({ ids: held.map(({ id }) => id) })
}
