import { pageOf, WorkflowDiff, WorkflowVersionView } from '@fieldledger/contract'
import { stepDefinition } from '@fieldledger/steps'
import { describeChanges } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { emptyGraph } from '../workflow/empty-graph.ts'
import { loadWorkflow } from '../workflow/load-workflow.ts'
import { versionNumber } from '../workflow/version-number.ts'
import { versionView } from '../workflow/version-view.ts'
import { WorkflowChoice } from '../workflow/workflow-choice.ts'

export function workflowVersionRoutes(services: Services): Route[] {
  const { workflows } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow/versions',
      policy: 'workflow.read',
      summary: 'Lists the published versions of a workflow',
      query: WorkflowChoice,
      answer: pageOf(WorkflowVersionView),
      handler: async ({ scope, params, query }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const found = await workflows.versions(scope, workflow.id)
        const rows = await Promise.all(found.map((version) => versionView(services, { scope, version })))
        return { rows, total: rows.length }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow/versions/:n',
      policy: 'workflow.read',
      summary: 'Shows a published version of a workflow',
      query: WorkflowChoice,
      answer: WorkflowVersionView,
      handler: async ({ scope, params, query }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const version = await workflows.version(scope, {
          workflowId: workflow.id,
          version: versionNumber(params.n),
        })
        if (version === undefined) throw new Missing()
        return { ...(await versionView(services, { scope, version })), graph: version.graph }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow/versions/:n/diff',
      policy: 'workflow.read',
      summary: 'What a version changed against the one before it, in words',
      query: WorkflowChoice,
      answer: WorkflowDiff,
      handler: async ({ scope, params, query }) => {
        const n = versionNumber(params.n)
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const [after, before] = await Promise.all(
          [n, n - 1].map((version) => workflows.version(scope, { workflowId: workflow.id, version })),
        )
        if (after === undefined) throw new Missing()
        return {
          changes: describeChanges({
            before: before?.graph ?? emptyGraph,
            after: after.graph,
            definitionOf: stepDefinition,
          }),
        }
      },
    }),
  ]
}
