import type { EffectWork } from './effect-work.ts'

/** When our database came from a backup; never = long before everything. */
export function restoredAt({ connection }: Pick<EffectWork, 'connection'>): number {
  return connection.restored === undefined ? 0 : Date.parse(connection.restored.at)
}
