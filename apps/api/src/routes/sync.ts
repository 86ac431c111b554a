import { AttentionGroup, BatchView, pageOf, RetryGroupRequest, SyncLogEntry } from '@fieldledger/contract'
import { followHints, startCure, syncLog } from '@fieldledger/runtime'
import { Type } from 'typebox'
import { viewBatches } from '../batches/view-batches.ts'
import { writeCsv } from '../csv/write-csv.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { CompanyCall, Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { openStream, type StreamedEvent } from '../stream/open-stream.ts'
import { stillInCompany } from '../stream/still-in-company.ts'
import { viewAttention } from '../sync/view-attention.ts'
import { viewSyncLog } from '../sync/view-sync-log.ts'

const logFilters = {
  q: Type.Optional(Type.String({ maxLength: 300 })),
  status: Type.Optional(
    Type.Union([Type.Literal('success'), Type.Literal('failure'), Type.Literal('unknown')]),
  ),
  connection: Type.Optional(Type.String({ maxLength: 64 })),
}
const LogQuery = Type.Object({ ...logFilters, cursor: Type.Optional(Type.String({ maxLength: 64 })) })
type LogQuery = Type.Static<typeof LogQuery>

const page = 100
const csvRows = 5000

export function syncRoutes(services: Services): Route[] {
  const { runtime } = services

  async function readLog(
    { scope }: Pick<CompanyCall<unknown, unknown, unknown>, 'scope'>,
    asked: LogQuery & { limit: number },
  ) {
    const { connection, cursor, status, q, limit } = asked
    const entries = await syncLog({
      runtime,
      companyId: scope.companyId,
      limit,
      ...(connection === undefined ? {} : { connectionId: connection }),
      ...(cursor === undefined ? {} : { before: cursor }),
      failuresOnly: status === 'failure' || status === 'unknown',
    })
    const rows = (await viewSyncLog(services, { scope, entries })).filter(
      (row) => (status === undefined || row.status === status) && fits(row, q),
    )
    const last = entries.at(-1)
    return { rows, ...(entries.length === limit && last ? { next: last.id } : {}) }
  }

  return [
    defineRoute({
      method: 'GET',
      path: '/sync-log',
      policy: 'sync-log.read',
      summary: 'Lists every exchange with the ledgers',
      query: LogQuery,
      answer: pageOf(SyncLogEntry),
      handler: (call) => readLog(call, { ...call.query, limit: page }),
    }),
    defineRoute({
      method: 'GET',
      path: '/sync-log.csv',
      policy: 'sync-log.read',
      summary: 'Lists every exchange with the ledgers as a CSV file',
      query: Type.Object(logFilters),
      answer: { bytes: 'text/csv' },
      handler: async (call) => {
        const { rows } = await readLog(call, { ...call.query, limit: csvRows })
        writeCsv(call.reply, {
          name: 'sync-log.csv',
          rows: rows.map((row) => ({
            At: row.at,
            Number: row.submissionNumber ?? '',
            Ledger: row.providerLabel,
            What: row.title,
            Status: row.status,
            Message: row.message,
            'Duration ms': Math.round(row.durationMs),
          })),
        })
        return undefined
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/needs-attention',
      policy: 'sync-log.read',
      summary: 'Lists what waits for a person, causes first',
      answer: pageOf(AttentionGroup),
      handler: async ({ scope }) => ({ rows: await viewAttention(services, scope) }),
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

function fits(row: SyncLogEntry, search: string | undefined): boolean {
  if (search === undefined || search.trim() === '') return true
  const text = `${row.submissionNumber ?? ''} ${row.title} ${row.message} ${row.providerLabel}`.toLowerCase()
  return text.includes(search.trim().toLowerCase())
}

/** No ids: which submissions there are is not for everybody in the company. */
async function* topicsOnly(hints: ReturnType<typeof followHints>): AsyncGenerator<StreamedEvent> {
  for await (const { topic } of hints) yield { data: { topic } }
}
