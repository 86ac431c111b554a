import type { Chance } from './chance.ts'

/** When somebody does something about a form. */
export function soonOrLater(chance: Chance): number {
  return chance.happens(0.6) ? chance.between(0, 800) : chance.between(0, 15_000)
}
