import {
  ReplayPlanView,
  ReplayQuery,
  ReplayRequest,
  ResolveEffectRequest,
  RunView,
} from '@fieldledger/contract'
import {
  pauseRun,
  planReplay,
  replayRun,
  resolveEffect,
  resumeRun,
  retryEffect,
  retryRun,
  stopRun,
} from '@fieldledger/runtime'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import { visibleRun } from '../runs/visible-run.ts'
import type { Services } from '../services.ts'
import { viewRun } from '../submissions/view-run.ts'
import { visibleEffect } from '../submissions/visible-effect.ts'

const pausing = [
  { path: '/runs/:id/pause', summary: 'Paused a run', change: pauseRun },
  { path: '/runs/:id/resume', summary: 'Resumed a run', change: resumeRun },
] as const
const nothing = Type.Object({}, { additionalProperties: false })

export function runRoutes(services: Services): Route[] {
  const { runtime } = services

  return [
    defineRoute({
      method: 'GET',
      path: '/runs/:id',
      policy: 'submission.read',
      summary: 'Shows the run of a workflow',
      answer: RunView,
      handler: async ({ scope, params, person }) =>
        viewRun(services, { scope, run: await visibleRun(services, { scope, person, id: params.id }) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/runs/:id/retry',
      policy: 'run.manage',
      summary: 'Tried a stopped run again',
      body: nothing,
      answer: RunView,
      handler: async ({ scope, params, person }) => {
        await visibleRun(services, { scope, person, id: params.id })
        await retryRun({ runtime, companyId: scope.companyId, person, runId: params.id })
        return viewRun(services, { scope, run: await visibleRun(services, { scope, person, id: params.id }) })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/runs/:id/cancel',
      policy: 'run.manage',
      summary: 'Stopped a run',
      body: Type.Object(
        { reason: Type.String({ minLength: 1, maxLength: 1000 }) },
        { additionalProperties: false },
      ),
      answer: RunView,
      handler: async ({ scope, params, body, person, audit }) => {
        await visibleRun(services, { scope, person, id: params.id })
        audit({ after: body })
        await stopRun({ runtime, companyId: scope.companyId, person, runId: params.id, ...body })
        return viewRun(services, { scope, run: await visibleRun(services, { scope, person, id: params.id }) })
      },
    }),
    ...pausing.map(({ path, summary, change }) =>
      defineRoute({
        method: 'POST',
        path,
        policy: 'run.manage',
        summary,
        body: nothing,
        answer: RunView,
        handler: async ({ scope, params, person }) => {
          await visibleRun(services, { scope, person, id: params.id })
          await change({ runtime, companyId: scope.companyId, person, runId: params.id })
          return viewRun(services, {
            scope,
            run: await visibleRun(services, { scope, person, id: params.id }),
          })
        },
      }),
    ),
    defineRoute({
      method: 'GET',
      path: '/runs/:id/replay',
      policy: 'run.manage',
      summary: 'Says what a replay from a step would do in the ledgers',
      query: ReplayQuery,
      answer: ReplayPlanView,
      handler: async ({ scope, params, query, person }) => {
        await visibleRun(services, { scope, person, id: params.id })
        const { stepId, version = 'same' } = query
        return planReplay({ runtime, companyId: scope.companyId, runId: params.id, stepId, version })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/runs/:id/replay',
      policy: 'run.manage',
      summary: 'Replayed a workflow from a step',
      body: ReplayRequest,
      answer: RunView,
      handler: async ({ scope, params, body, person, audit }) => {
        await visibleRun(services, { scope, person, id: params.id })
        audit({ after: body })
        const { runId } = await replayRun({
          runtime,
          companyId: scope.companyId,
          person,
          runId: params.id,
          ...body,
        })
        return viewRun(services, { scope, run: await visibleRun(services, { scope, person, id: runId }) })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/effects/:id/resolve',
      policy: 'effect.resolve',
      summary: 'Said what became of a document of which nothing was known',
      body: ResolveEffectRequest,
      answer: 'nothing',
      handler: async ({ scope, params, body, person, audit }) => {
        await visibleEffect(services, { scope, person, id: params.id })
        audit({ after: body })
        await resolveEffect({ runtime, companyId: scope.companyId, person, effectId: params.id, ...body })
        return undefined
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/effects/:id/retry',
      policy: 'document.send',
      summary: 'Tried a document again',
      body: nothing,
      answer: 'nothing',
      handler: async ({ scope, params, person }) => {
        await visibleEffect(services, { scope, person, id: params.id })
        await retryEffect({ runtime, companyId: scope.companyId, person, effectId: params.id })
        return undefined
      },
    }),
  ]
}
