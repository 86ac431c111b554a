import { pageOf, SubmissionChangesView, SyncLogEntry, TimelineEntryView } from '@fieldledger/contract'
import { followTimeline, readTimeline, syncLog } from '@fieldledger/runtime'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { openStream, type StreamedEvent } from '../stream/open-stream.ts'
import { stillInCompany } from '../stream/still-in-company.ts'
import { viewChanges } from '../submissions/view-changes.ts'
import { viewTimelineEntry } from '../submissions/view-timeline-entry.ts'
import { visibleSubmission } from '../submissions/visible-submission.ts'
import { viewSyncLog } from '../sync/view-sync-log.ts'

export function submissionHistoryRoutes(services: Services): Route[] {
  const { runtime, visibility } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/submissions/:id/timeline',
      policy: 'submission.read',
      summary: 'Shows what happened to a submission',
      answer: pageOf(TimelineEntryView),
      handler: async ({ scope, params, person }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        const entries = await readTimeline({ runtime, companyId: scope.companyId, submissionId: id })
        return { rows: entries.map(viewTimelineEntry) }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/submissions/:id/timeline/stream',
      policy: 'submission.read',
      summary: 'Follows what happens to a submission',
      answer: { bytes: 'text/event-stream' },
      handler: async (call) => {
        const { scope, params, person, request, reply } = call
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        const after = lastSeen(request.get('last-event-id'))
        const { companyId } = scope
        await openStream({
          request,
          reply,
          stillAllowed: async () =>
            (await stillInCompany(services, { call, permission: 'submission.read' })) &&
            (await visibility.sees(scope, { person, submissionId: id })),
          events: (signal) =>
            asEvents(followTimeline({ runtime, companyId, submissionId: id, after, signal })),
        })
        return undefined
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/submissions/:id/changes',
      policy: 'submission.read',
      summary: 'Shows what the present revision changed',
      query: Type.Object({ from: Type.Optional(Type.Integer({ minimum: 1 })) }),
      answer: SubmissionChangesView,
      handler: async ({ scope, params, person, query }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        return viewChanges(services, { scope, submissionId: id, ...query })
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/submissions/:id/sync-log',
      policy: 'submission.read',
      summary: 'Shows the Integration Log of a submission',
      answer: pageOf(SyncLogEntry),
      handler: async ({ scope, params, person }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        const entries = await syncLog({ runtime, companyId: scope.companyId, submissionId: id, limit: 500 })
        return { rows: await viewSyncLog(services, { scope, entries }) }
      },
    }),
  ]
}

async function* asEvents(entries: ReturnType<typeof followTimeline>): AsyncGenerator<StreamedEvent> {
  for await (const entry of entries) yield { id: entry.seq, data: viewTimelineEntry(entry) }
}

function lastSeen(header: string | undefined): number {
  const seq = Number(header ?? '0')
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0
}
