import type { TimelineEntryView } from '@fieldledger/contract'
import { renderTimelineEntry, type TimelineActor, type TimelineEntry } from '@fieldledger/workflow'

export function viewTimelineEntry(entry: TimelineEntry): TimelineEntryView {
  const { text, tone, details } = renderTimelineEntry(entry)
  const { url } = entry.params
  const links = linksOf(entry)
  return {
    id: entry.id,
    seq: entry.seq,
    code: entry.code,
    text,
    tone,
    actor: actorName(entry.actor),
    at: entry.at.toISOString(),
    ...(typeof url === 'string' && url !== '' ? { url } : {}),
    ...(links.length === 0 ? {} : { links }),
    ...(details.length === 0 ? {} : { details }),
  }
}

/** The forms that the sentence names. */
function linksOf({
  params: { submissions, numbers },
}: TimelineEntry): { submissionId: string; text: string }[] {
  if (typeof submissions !== 'string') return []
  const texts = String(numbers ?? '').split('\n')
  return submissions.split('\n').map((submissionId, at) => ({ submissionId, text: texts[at] ?? '' }))
}

function actorName(actor: TimelineActor): string {
  if (actor.kind === 'person') return actor.name
  return actor.kind === 'workflow' ? (actor.stepName ?? 'Workflow') : 'Fieldledger'
}
