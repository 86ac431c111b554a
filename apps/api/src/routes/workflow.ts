import {
  DocumentPreview,
  EditorContext,
  PreviewRequest,
  WorkflowDiff,
  WorkflowDraft,
  WorkflowDraftChange,
  WorkflowVersionView,
} from '@fieldledger/contract'
import { graphStart, planSchedule, previewDocument } from '@fieldledger/runtime'
import { stepDefinition } from '@fieldledger/steps'
import { describeChanges, Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { staleDraft } from '../forms/stale-draft.ts'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { emptyGraph } from '../workflow/empty-graph.ts'
import { lintWorkflow } from '../workflow/lint-workflow.ts'
import { loadWorkflow } from '../workflow/load-workflow.ts'
import { nextForms } from '../workflow/next-forms.ts'
import { staffOf } from '../workflow/staff-of.ts'
import { versionView } from '../workflow/version-view.ts'
import { withoutSupervisor } from '../workflow/without-supervisor.ts'
import { WorkflowChoice } from '../workflow/workflow-choice.ts'
import { workflowDraft } from '../workflow/workflow-draft.ts'

const revisionOnly = Type.Object({ revision: Type.Integer() }, { additionalProperties: false })

export function workflowRoutes(services: Services): Route[] {
  const { workflows, runtime } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow',
      policy: 'workflow.read',
      summary: 'Shows the draft of a form’s workflow with its problems',
      query: WorkflowChoice,
      answer: WorkflowDraft,
      handler: async ({ scope, params, query }) =>
        workflowDraft(services, {
          scope,
          ...(await loadWorkflow(services, { scope, formId: params.id, workflowId: query.workflow })),
        }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/forms/:id/workflow',
      policy: 'workflow.edit',
      hint: 'workflow',
      summary: 'Changed the draft of a workflow',
      query: WorkflowChoice,
      body: WorkflowDraftChange,
      answer: WorkflowDraft,
      handler: async ({ scope, params, query, body, person, audit }) => {
        const { form, workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const changes = describeChanges({
          before: workflow.graph,
          after: body.graph,
          definitionOf: stepDefinition,
        }).map(({ text }) => text)
        audit({ after: changes })
        const saved = await workflows.saveDraft(scope, { id: workflow.id, ...body, by: person.id, changes })
        if (saved === undefined) {
          const now = await workflows.find(scope, workflow.id)
          throw await staleDraft(services, { scope, seen: body.revision, now })
        }
        return workflowDraft(services, { scope, form, workflow: saved })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/workflow/lint',
      policy: 'workflow.read',
      summary: 'Checked a graph that is not saved',
      query: WorkflowChoice,
      unaudited: true,
      body: Type.Object({ graph: WorkflowDraftChange.properties.graph }, { additionalProperties: false }),
      answer: Type.Object({ problems: Type.Array(Problem) }),
      handler: async ({ scope, params, query, body }) => {
        const { form, workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        return { problems: await lintWorkflow(services, { scope, form, workflow, graph: body.graph }) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/workflow/publish',
      policy: 'workflow.publish',
      hint: 'workflow',
      summary: 'Published a workflow',
      query: WorkflowChoice,
      body: revisionOnly,
      answer: Type.Object({ ...WorkflowVersionView.properties, ...WorkflowDiff.properties }),
      status: 201,
      handler: async ({ scope, company, params, query, body, person, audit }) => {
        const { form, workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        if (workflow.revision !== body.revision)
          throw await staleDraft(services, { scope, seen: body.revision, now: workflow })
        const errors = (
          await lintWorkflow(services, { scope, form, workflow, graph: workflow.graph })
        ).filter(({ severity }) => severity === 'error')
        if (errors.length > 0)
          throw new Unfitting({
            code: 'workflow-has-errors',
            message: `${errors.length === 1 ? 'One problem stands' : `${errors.length} problems stand`} in the way of publishing: open the Problems list and cure them.`,
            errors: errors.map(({ code, message, stepId, place }) => ({
              path: [stepId, place].filter((part) => part !== undefined).join('/'),
              code,
              message,
            })),
          })
        const before = await workflows.version(scope, {
          workflowId: workflow.id,
          version: workflow.publishedVersion ?? 0,
        })
        const changes = describeChanges({
          before: before?.graph ?? emptyGraph,
          after: workflow.graph,
          definitionOf: stepDefinition,
        })
        const present = await runtime.ports.stores.of(scope).schedules.get(workflow.id)
        const start = graphStart(runtime, workflow.graph)
        const schedule = planSchedule(runtime, { graph: workflow.graph, zone: company.timeZone, present })
        const version = await workflows.publish(scope, { workflow, by: person.id, start, schedule })
        if (version === undefined)
          throw await staleDraft(services, {
            scope,
            seen: body.revision,
            now: await workflows.find(scope, workflow.id),
          })
        audit({ after: { version: version.version, changes: changes.map(({ text }) => text) } })
        return { ...(await versionView(services, { scope, version })), changes }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow/diff',
      policy: 'workflow.read',
      summary: 'What the draft changes against the published workflow, in words',
      query: WorkflowChoice,
      answer: WorkflowDiff,
      handler: async ({ scope, params, query }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const published = { workflowId: workflow.id, version: workflow.publishedVersion ?? 0 }
        const before = (await workflows.version(scope, published))?.graph ?? emptyGraph
        return { changes: describeChanges({ before, after: workflow.graph, definitionOf: stepDefinition }) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/workflow/preview',
      policy: 'workflow.read',
      summary: 'Showed a submission as that ledger will show it, by a mapping that is not saved',
      unaudited: true,
      body: PreviewRequest,
      answer: DocumentPreview,
      handler: async ({ scope, params, body }) => {
        const { submissionId, connectionId, mapping, unlinkedItems } = body
        const submission = await runtime.ports.stores.of(scope).submissions.get(submissionId)
        if (submission?.formId !== params.id) throw new Missing()
        const { companyId } = scope
        return previewDocument({ runtime, companyId, submissionId, connectionId, mapping, unlinkedItems })
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/editor-context',
      policy: 'workflow.read',
      summary: 'What badges and drawers of the editor need beside the graph',
      answer: EditorContext,
      handler: async ({ scope, params }) => {
        const { form } = await loadWorkflow(services, { scope, formId: params.id })
        const [connections, secrets, unsupervised, staff, made] = await Promise.all([
          runtime.ports.lookups.connections.summaries({ scope }),
          services.secrets.list(scope),
          withoutSupervisor(services.memberships, scope),
          staffOf(services.memberships, scope),
          nextForms(services, { scope, form: form.draft }),
        ])
        return {
          connections,
          secrets: secrets.map(({ name, origin }) => ({ name, origin })),
          unsupervised,
          staff,
          nextForms: made,
        }
      },
    }),
  ]
}
