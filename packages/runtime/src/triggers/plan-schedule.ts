import { type Graph, nextFire, type ScheduledStart } from '@fieldledger/workflow'
import { digest } from '../effects/content-hash.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { Schedule } from '../ports/trigger-store.ts'
import { graphStart } from './graph-start.ts'

export type PlannedSchedule = Pick<Schedule, 'start' | 'nextFireAt'>

/** What publishing this graph schedules; undefined = its trigger is not the clock. An unchanged one keeps its moment. */
export function planSchedule(
  runtime: Pick<Runtime, 'steps' | 'clock'>,
  from: { graph: Graph; zone: string; present: Schedule | undefined },
): PlannedSchedule | undefined {
  const { graph, zone, present } = from
  const start = graphStart(runtime, graph)
  if (start?.on !== 'clock') return undefined
  const unchanged = present !== undefined && digest(present.start) === digest(start)
  if (unchanged && present.nextFireAt !== null) return { start, nextFireAt: present.nextFireAt }
  return { start, nextFireAt: firstFire(start, { after: runtime.clock.now(), zone }) }
}

export function firstFire(start: ScheduledStart, from: { after: Date; zone: string }): Date | null {
  if (start.paused) return null
  return nextFire(start.recurrence, { after: from.after, zone: start.timeZone ?? from.zone }) ?? null
}
