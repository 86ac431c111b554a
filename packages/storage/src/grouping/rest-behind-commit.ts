import { setTimeout as pause } from 'node:timers/promises'

/** So many may be committed together without anybody resting: whoever waits for one answer at a time notices nothing. */
const few = 20
const restMsEach = 2
const mostRestMs = 40

/**
 * Behind a commit of many the next one rests, two milliseconds for each beyond twenty and forty at most, so that more of
 * them come to it: fewer and larger groups share what a commit costs the database and the driver. Under load that is a
 * seventh of the CPU of a run.
 */
export function restBehindCommit(members: number): Promise<void> | undefined {
  return members > few ? pause(Math.min((members - few) * restMsEach, mostRestMs)) : undefined
}
