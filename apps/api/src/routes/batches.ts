import {
  BatchForecast,
  BatchItemView,
  BatchQuestion,
  BatchView,
  NewBatch,
  pageOf,
} from '@fieldledger/contract'
import { foreseeBatch, startBatch } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { viewBatches, viewBatchItems } from '../batches/view-batches.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const page = 50
const itemPage = 200
const Paged = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 64 })) },
  { additionalProperties: false },
)

/** Workflows that were started for many forms at once, with what became of each. */
export function batchRoutes(services: Services): Route[] {
  const { runtime } = services

  async function batchOf(scope: CompanyScope, id: string) {
    const batch = await runtime.ports.stores.of(scope).batches.get(id)
    if (batch === undefined) throw new Missing()
    return batch
  }

  return [
    defineRoute({
      method: 'GET',
      path: '/batches',
      policy: 'sync-log.read',
      summary: 'Lists the batches, newest first',
      query: Paged,
      answer: pageOf(BatchView),
      handler: async ({ scope, query }) => {
        const before = query.cursor === undefined ? {} : { before: query.cursor }
        const batches = await runtime.ports.stores.of(scope).batches.list({ ...before, limit: page })
        const last = batches.at(-1)
        return {
          rows: await viewBatches(services, { scope, batches }),
          ...(batches.length === page && last !== undefined ? { next: last.id } : {}),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/batches/forecast',
      policy: 'run.manage',
      summary: 'Counted the forms that a workflow would start with',
      unaudited: true,
      keepsReads: true,
      body: BatchQuestion,
      answer: BatchForecast,
      handler: ({ scope, body }) => foreseeBatch({ runtime, companyId: scope.companyId, ...body }),
    }),
    defineRoute({
      method: 'POST',
      path: '/batches',
      policy: 'run.manage',
      summary: 'Started a workflow for many forms',
      body: NewBatch,
      answer: BatchView,
      status: 201,
      handler: async ({ scope, body, person, audit }) => {
        const batch = await startBatch({ runtime, companyId: scope.companyId, person, ...body })
        audit({
          record: batch.id,
          after: { workflow: body.workflowId, ...body.choice, expected: batch.expected },
        })
        const [view] = await viewBatches(services, { scope, batches: [batch] })
        if (view === undefined) throw new Missing()
        return view
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/batches/:id',
      policy: 'sync-log.read',
      summary: 'Shows a batch with its counts',
      answer: BatchView,
      handler: async ({ scope, params }) => {
        const batches = [await batchOf(scope, params.id)]
        const [view] = await viewBatches(services, { scope, batches })
        if (view === undefined) throw new Missing()
        return view
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/batches/:id/items',
      policy: 'sync-log.read',
      summary: 'Lists the forms of a batch and what became of each',
      query: Paged,
      answer: pageOf(BatchItemView),
      handler: async ({ scope, params, query }) => {
        const batch = await batchOf(scope, params.id)
        const after = query.cursor === undefined ? {} : { after: query.cursor }
        const items = await runtime.ports.stores
          .of(scope)
          .batches.items({ batchId: batch.id, ...after, limit: itemPage })
        const last = items.at(-1)
        return {
          rows: await viewBatchItems(services, { scope, items }),
          ...(items.length === itemPage && last !== undefined ? { next: last.id } : {}),
        }
      },
    }),
  ]
}
