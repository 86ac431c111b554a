import {
  AttentionEntry,
  AttentionGroup,
  BatchView,
  pageOf,
  RetryGroupRequest,
  SyncLogEntry,
} from '@fieldledger/contract'
import { followHints, startCure } from '@fieldledger/runtime'
import { Type } from 'typebox'
import { viewBatches } from '../batches/view-batches.ts'
import { type CsvColumns, streamCsv } from '../csv/stream-csv.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { openStream, type StreamedEvent } from '../stream/open-stream.ts'
import { stillInCompany } from '../stream/still-in-company.ts'
import { readSyncLog } from '../sync/read-sync-log.ts'
import { viewAttention, viewHeldBy } from '../sync/view-attention.ts'

const logFilters = {
  q: Type.Optional(Type.String({ maxLength: 300 })),
  status: Type.Optional(
    Type.Union([Type.Literal('success'), Type.Literal('failure'), Type.Literal('unknown')]),
  ),
  about: Type.Optional(Type.Union([Type.Literal('documents'), Type.Literal('lists')])),
  connection: Type.Optional(Type.String({ maxLength: 64 })),
}

export function syncRoutes(services: Services): Route[] {
  const { runtime } = services

  return [
    defineRoute({
      method: 'GET',
      path: '/sync-log',
      policy: 'sync-log.read',
      summary: 'Lists every exchange with the ledgers',
      query: Type.Object({ ...logFilters, cursor: Type.Optional(Type.String({ maxLength: 64 })) }),
      answer: pageOf(SyncLogEntry),
      handler: ({ scope, query }) => readSyncLog(services, { scope, asked: query }),
    }),
    defineRoute({
      method: 'GET',
      path: '/sync-log.csv',
      policy: 'sync-log.read',
      summary: 'Lists every exchange with the ledgers as a CSV file',
      query: Type.Object(logFilters),
      answer: { bytes: 'text/csv' },
      handler: ({ scope, query, reply }) =>
        streamCsv(reply, {
          name: 'sync-log.csv',
          columns: csvColumns,
          read: (from) => readSyncLog(services, { scope, asked: { ...query, ...from } }),
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/needs-attention',
      policy: 'sync-log.read',
      summary: 'Lists what waits for a person, causes first',
      query: Type.Object({ submission: Type.Optional(Type.String({ maxLength: 64 })) }),
      answer: pageOf(AttentionGroup),
      handler: async ({ scope, query }) => ({
        rows: await viewAttention(services, { scope, submission: query.submission }),
      }),
    }),
    defineRoute({
      method: 'GET',
      path: '/needs-attention/documents',
      policy: 'sync-log.read',
      summary: 'Lists all that one cause holds',
      query: Type.Object({
        cause: Type.String({ maxLength: 400, default: '' }),
        cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,7}$' })),
      }),
      answer: pageOf(AttentionEntry),
      handler: ({ scope, query }) => viewHeldBy(services, { scope, ...query }),
    }),
    defineRoute({
      method: 'POST',
      path: '/needs-attention/retry',
      policy: 'run.manage',
      summary: 'Tried again whatever one cause held',
      body: RetryGroupRequest,
      answer: BatchView,
      status: 201,
      handler: async ({ scope, person, body, audit }) => {
        const batch = await startCure({ runtime, companyId: scope.companyId, person, ...body })
        audit({ record: batch.id, after: { cause: batch.cause.sentence, expected: batch.expected } })
        const [view] = await viewBatches(services, { scope, batches: [batch] })
        if (view === undefined) throw new Missing()
        return view
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/events',
      policy: 'submission.read',
      summary: 'Says what to look at again',
      answer: { bytes: 'text/event-stream' },
      handler: async (call) => {
        const { companyId } = call.scope
        await openStream({
          request: call.request,
          reply: call.reply,
          stillAllowed: () => stillInCompany(services, { call, permission: 'submission.read' }),
          events: (signal) => topicsOnly(followHints({ runtime, companyId, signal })),
        })
        return undefined
      },
    }),
  ]
}

/** No ids: which submissions there are is not for everybody in the company. */
async function* topicsOnly(hints: ReturnType<typeof followHints>): AsyncGenerator<StreamedEvent> {
  for await (const { topic } of hints) yield { data: { topic } }
}

const csvColumns: CsvColumns<SyncLogEntry> = {
  At: ({ at }) => at,
  Number: ({ submissionNumber }) => submissionNumber,
  Ledger: ({ providerLabel }) => providerLabel,
  What: ({ title }) => title,
  Who: ({ asked }) => (asked?.first === undefined ? asked?.text : `${asked.text} (first: ${asked.first})`),
  Status: ({ status }) => status,
  Message: ({ message }) => message,
  'Duration ms': ({ durationMs }) => Math.round(durationMs),
}
