import { MoveRunsAnswer, MoveRunsRequest, WaitingRunsView } from '@fieldledger/contract'
import { moveWaitingRuns, waitingRuns } from '@fieldledger/runtime'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { loadWorkflow } from '../workflow/load-workflow.ts'
import { WorkflowChoice } from '../workflow/workflow-choice.ts'

/** Forms under way on earlier versions of a workflow, and moving them to the latest one. */
export function waitingRunRoutes(services: Services): Route[] {
  const { runtime } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow/waiting-runs',
      policy: 'workflow.publish',
      summary: 'Lists the forms that are under way on earlier versions of the workflow',
      query: Type.Object({
        ...WorkflowChoice.properties,
        cursor: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      answer: WaitingRunsView,
      handler: async ({ scope, params, query }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const { companyId } = scope
        const after = query.cursor
        const found = await waitingRuns({ runtime, companyId, workflowId: workflow.id, after })
        const ids = found.waiting.map(({ run }) => run.submissionId)
        const submissions = await runtime.ports.stores.of(scope).submissions.getMany(ids)
        const numbers = new Map(submissions.map(({ id, number, formName }) => [id, number ?? formName]))
        const rows = found.waiting.map(({ run, move }) => ({
          runId: run.id,
          submissionId: run.submissionId,
          number: numbers.get(run.submissionId) ?? '',
          version: run.workflowVersion,
          ...move,
        }))
        const { latestVersion, total, next } = found
        return { latestVersion, total, rows, ...(next === undefined ? {} : { next }) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/workflow/waiting-runs',
      policy: 'workflow.publish',
      summary: 'Moved forms under way to the latest version of the workflow',
      query: WorkflowChoice,
      body: MoveRunsRequest,
      answer: MoveRunsAnswer,
      handler: async ({ scope, params, query, body, person, audit }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        audit({ after: body })
        const { companyId } = scope
        return moveWaitingRuns({ runtime, companyId, person, workflowId: workflow.id, ...body })
      },
    }),
  ]
}
