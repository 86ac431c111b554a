import type { Effect } from '../ports/effect-store.ts'
import { isSettled } from './document-effects.ts'
import { type EffectWork, settle } from './effect-work.ts'

/** What the effect waits for, its document first, once all of it is settled; undefined = it goes on waiting. */
export async function settledBefore(work: EffectWork): Promise<readonly (Effect | undefined)[] | undefined> {
  const { runtime, scope, effect } = work
  const store = runtime.ports.stores.of(scope)
  const before = await Promise.all(effect.dependsOn.map((id) => store.effects.get(id)))
  if (before.every((one) => one === undefined || isSettled(one))) return before
  await settle(work, { change: { waitingFor: 'effect', due: 'never' } })
  return undefined
}
