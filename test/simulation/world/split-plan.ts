import type { Chance } from './chance.ts'
import { soonOrLater } from './soon-or-later.ts'

export interface SplitPlan {
  /** Those that the lines name. */
  vendors: string[]
  /** What people do about single orders of the split, once there are any. */
  acts: { afterMs: number; vendor: string; does: 'revise' | 'cancel' | 'resend' }[]
}

export function splitPlan(chance: Chance): SplitPlan {
  const vendors = ['vendor-1', 'vendor-2', ...(chance.happens(0.3) ? ['vendor-3'] : [])]
  const acts = chance.happens(0.35) ? chance.between(1, 2) : 0
  return {
    vendors,
    acts: Array.from({ length: acts }, () => ({
      afterMs: soonOrLater(chance),
      vendor: chance.pick(vendors),
      does: chance.pick(['revise', 'cancel', 'resend'] as const),
    })),
  }
}
