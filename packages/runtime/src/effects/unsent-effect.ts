import type { Effect } from '../ports/effect-store.ts'

/** How every effect begins: due at once, never claimed, never tried, in its first attempt group. */
export function unsentEffect(now: Date) {
  return {
    state: 'planned',
    waitingFor: null,
    dueAt: now,
    wakes: 0,
    epoch: 0,
    attempts: 0,
    tries: 0,
    sends: 0,
    attemptGroup: 1,
    dependsOn: [],
    problems: [],
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<Effect>
}
