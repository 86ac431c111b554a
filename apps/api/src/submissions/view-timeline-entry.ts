import type { TimelineEntryView } from '@fieldledger/contract'
import { renderTimelineEntry, type TimelineActor, type TimelineEntry } from '@fieldledger/workflow'

export function viewTimelineEntry(entry: TimelineEntry): TimelineEntryView {
  const { text, tone, details } = renderTimelineEntry(entry)
  const { url } = entry.params
  return {
    id: entry.id,
    seq: entry.seq,
    code: entry.code,
    text,
    tone,
    actor: actorName(entry.actor),
    at: entry.at.toISOString(),
    ...(typeof url === 'string' && url !== '' ? { url } : {}),
    ...(details.length === 0 ? {} : { details }),
  }
}

function actorName(actor: TimelineActor): string {
  if (actor.kind === 'person') return actor.name
  return actor.kind === 'workflow' ? (actor.stepName ?? 'Workflow') : 'Fieldledger'
}
