/** So many may be committed together without anybody resting: whoever waits for one answer at a time notices nothing. */
const few = 20
const restMsEach = 2
const mostRestMs = 40

/**
 * Milliseconds that the next commit rests behind one of so many: two for each beyond twenty and forty at most, so that
 * more of them come to it: fewer and larger groups share what a commit costs the database and the driver. Under load that
 * is a seventh of the CPU of a run.
 */
export function restMsBehindCommit(members: number): number {
  return Math.min(Math.max(members - few, 0) * restMsEach, mostRestMs)
}
