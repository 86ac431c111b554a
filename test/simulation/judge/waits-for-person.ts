import type { EffectRow } from './books-row.ts'

/** It stopped its worker again and again, and a person has to try it again; once it was read back nobody has. */
export function waitsForPerson({ waitingFor, state, confirmation }: EffectRow): boolean {
  return waitingFor === 'person' && (state !== 'confirmed' || confirmation?.verified === 'pending')
}
