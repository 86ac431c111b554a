import type { Stamp } from '../timeline/timeline-entry.ts'
import { eventsOf, type FormEvent } from './form-event.ts'
import type { EventStart } from './start.ts'

/** The event by which this stamp starts a workflow, if it does; one stamp starts it once, however many events it is. */
export function heardEvent(
  { events, label, paused }: EventStart,
  stamp: Pick<Stamp, 'code' | 'params'>,
): FormEvent | undefined {
  if (paused) return undefined
  const heard = events.find((event) => eventsOf(stamp).includes(event))
  const other = heard === 'label-changed' && label !== undefined && stamp.params.label !== label
  return other ? undefined : heard
}
