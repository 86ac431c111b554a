import { trusted } from 'mongoose'

type Holder = string | { $type: 'string' } | { $in: string[] }

/**
 * Whoever is held walks, so it is active, and was due when it was claimed: whatever parks, ends or puts off a run gives
 * back the claim in the same write. The index that claims are answered by holds no others; a filter that does not say so
 * cannot use it.
 */
export function heldRuns(holder: Holder): Record<string, unknown> {
  return {
    claimedBy: typeof holder === 'string' ? holder : trusted(holder),
    state: 'active',
    dueAt: trusted({ $type: 'date' }),
  }
}
