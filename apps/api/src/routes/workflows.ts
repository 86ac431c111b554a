import { NewWorkflow, pageOf, WorkflowSummary } from '@fieldledger/contract'
import { stepDefinition } from '@fieldledger/steps'
import type { Workflow } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { startGraph } from '../forms/start-graph.ts'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** The workflows of a form: its first one, and those that start by the clock or otherwise beside it. */
export function formWorkflowRoutes(services: Services): Route[] {
  const { forms, workflows, runtime } = services

  async function summarised(
    scope: CompanyScope,
    { id, name, publishedVersion }: Pick<Workflow, 'id' | 'name' | 'publishedVersion'>,
  ): Promise<WorkflowSummary> {
    const [schedule, published] = await Promise.all([
      runtime.ports.stores.of(scope).schedules.get(id),
      runtime.ports.versions.start({ scope, workflowId: id }),
    ])
    return {
      id,
      name: name ?? null,
      publishedVersion,
      startsOn: published?.start.on ?? null,
      nextFireAt: schedule?.nextFireAt?.toISOString() ?? null,
    }
  }

  return [
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflows',
      policy: 'workflow.read',
      summary: 'Lists the workflows of a form',
      answer: pageOf(WorkflowSummary),
      handler: async ({ scope, params }) => {
        const found = await workflows.ofForm(scope, params.id)
        if (found.length === 0) throw new Missing()
        return { rows: await Promise.all(found.map((one) => summarised(scope, one))) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/workflows',
      policy: 'workflow.edit',
      hint: 'workflow',
      summary: 'Made a further workflow of a form',
      body: NewWorkflow,
      answer: WorkflowSummary,
      status: 201,
      handler: async ({ scope, params, body, person, audit }) => {
        const form = await forms.find(scope, params.id)
        if (form === undefined) throw new Missing()
        const { name, trigger } = body
        const definition = stepDefinition(trigger)
        const start = definition?.starts?.(definition.initial({ formType: form.draft.type }))
        if (start === undefined || start.on === 'submit')
          throw new Unfitting({
            code: 'no-such-trigger',
            message: 'No further workflow starts like that: choose one of the other triggers.',
            errors: [{ path: 'trigger', code: 'no-such-trigger', message: 'Choose how it starts.' }],
          })
        const graph = startGraph(trigger)
        const made = await workflows.create(scope, { formId: form.id, name, graph, by: person.id })
        audit({ after: { workflow: made.id, ...body } })
        return summarised(scope, made)
      },
    }),
  ]
}
