import { pageOf, RunSummary, RunWalk } from '@fieldledger/contract'
import { Type } from 'typebox'
import { type CsvColumns, streamCsv } from '../csv/stream-csv.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import { listRuns, runFilters } from '../runs/list-runs.ts'
import { viewWalk } from '../runs/view-walk.ts'
import { visibleRun } from '../runs/visible-run.ts'
import type { Services } from '../services.ts'

/** What the pages about runs read; changing one is in runs.ts. */
export function runPageRoutes(services: Services): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/runs',
      policy: 'workflow.read',
      summary: 'Lists runs of workflows',
      query: Type.Object({
        ...runFilters,
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      }),
      answer: pageOf(RunSummary),
      handler: (call) => listRuns(services, call),
    }),
    defineRoute({
      method: 'GET',
      path: '/runs.csv',
      policy: 'workflow.read',
      summary: 'Lists runs of workflows as a CSV file',
      query: Type.Object(runFilters),
      answer: { bytes: 'text/csv' },
      handler: (call) =>
        streamCsv(call.reply, {
          name: 'runs.csv',
          columns: csvColumns,
          read: (from) => listRuns(services, { ...call, query: { ...call.query, ...from, limit: 200 } }),
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/runs/:id/walk',
      policy: 'workflow.read',
      summary: 'Shows each step of a run on its own version of the workflow',
      answer: RunWalk,
      handler: async ({ scope, person, params }) => {
        const run = await visibleRun(services, { scope, person, id: params.id })
        return viewWalk(services, { scope, person, run })
      },
    }),
  ]
}

const csvColumns: CsvColumns<RunSummary> = {
  Started: ({ startedAt }) => startedAt,
  Number: ({ number }) => number,
  Form: ({ formName }) => formName,
  Vendor: ({ vendorName }) => vendorName,
  'Workflow version': ({ workflowVersion }) => workflowVersion,
  State: ({ state }) => state,
  'Stands at': ({ standsAt }) => standsAt.join(', '),
  Message: ({ message }) => message,
  Ended: ({ endedAt }) => endedAt,
}
