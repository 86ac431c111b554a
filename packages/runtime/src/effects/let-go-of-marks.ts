import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeTasks } from './close-tasks.ts'
import { neverSent } from './document-effects.ts'

/** A cancelled order is not set billed any more. One that is to be open again there still is, so that it can be taken out. */
export async function letGoOfMarks(store: RuntimeStore, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    const { operation, target, state } = effect
    if (operation !== 'mark' || target.kind !== 'document' || target.as !== 'billed') continue
    if (state !== 'rejected' && !(state === 'planned' && neverSent(effect))) continue
    await store.effects.amend({ effect, change: { state: 'superseded', waitingFor: null, due: 'never' } })
    await closeTasks(store, { effect })
  }
}
