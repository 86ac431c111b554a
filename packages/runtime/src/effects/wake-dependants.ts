import type { RuntimeStore } from '../ports/store.ts'

/** Inside of the transaction that settles an effect: whatever waits for it looks again, however it ended. */
export async function wakeDependants(store: RuntimeStore, effectId: string): Promise<void> {
  const waiting = await store.effects.dependants(effectId)
  if (waiting.length > 0) await store.effects.wake({ ids: waiting.map(({ id }) => id) })
}
