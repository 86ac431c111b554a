import { type Graph, nextFire, type ScheduledStart, startStep } from '@fieldledger/workflow'
import { digest } from '../effects/content-hash.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { Schedule } from '../ports/trigger-store.ts'

export type PlannedSchedule = Pick<Schedule, 'start' | 'nextFireAt'>

/** What publishing this graph schedules; undefined = its trigger is not the clock. An unchanged one keeps its moment. */
export function planSchedule(
  { steps, clock }: Pick<Runtime, 'steps' | 'clock'>,
  from: { graph: Graph; zone: string; present: Schedule | undefined },
): PlannedSchedule | undefined {
  const { graph, zone, present } = from
  const stepId = startStep(graph, (kind) => steps[kind]?.definition)
  const step = stepId === undefined ? undefined : graph.steps[stepId]
  const start = step === undefined ? undefined : steps[step.kind]?.definition.starts?.(step.config)
  if (start?.on !== 'clock') return undefined
  const unchanged = present !== undefined && digest(present.start) === digest(start)
  if (unchanged && present.nextFireAt !== null) return { start, nextFireAt: present.nextFireAt }
  return { start, nextFireAt: firstFire(start, { after: clock.now(), zone }) }
}

export function firstFire(start: ScheduledStart, from: { after: Date; zone: string }): Date | null {
  if (start.paused) return null
  return nextFire(start.recurrence, { after: from.after, zone: start.timeZone ?? from.zone }) ?? null
}
