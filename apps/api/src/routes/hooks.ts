import { DeliveryView, HookSecretView, HookView, MessageTaken, pageOf } from '@fieldledger/contract'
import { Type } from 'typebox'
import { receiveMessage } from '../hooks/receive-message.ts'
import { viewDeliveries } from '../hooks/view-deliveries.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { loadWorkflow } from '../workflow/load-workflow.ts'
import { WorkflowChoice } from '../workflow/workflow-choice.ts'

const page = 20
const Paged = Type.Object(
  { ...WorkflowChoice.properties, cursor: Type.Optional(Type.String({ maxLength: 64 })) },
  { additionalProperties: false },
)

/** Workflows that another system starts: its signed messages, the secret that signs them, and what became of them. */
export function hookRoutes(services: Services): Route[] {
  const { settings, hookSecrets, runtime } = services
  return [
    defineRoute({
      method: 'POST',
      path: '/hooks/:trigger',
      policy: 'public',
      summary: 'Takes a signed message that starts a workflow',
      signedBody: true,
      keepsReads: true,
      answer: MessageTaken,
      status: 202,
      handler: ({ params, request }) => receiveMessage(services, { trigger: params.trigger, request }),
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow/hook',
      policy: 'workflow.read',
      summary: 'Shows where messages that start a workflow go',
      query: WorkflowChoice,
      answer: HookView,
      handler: async ({ scope, params, query }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const secret = await hookSecrets.about(scope, workflow.id)
        return {
          url: new URL(`/api/v1/hooks/${workflow.id}`, settings.publicUrl).toString(),
          secretMadeAt: secret?.madeAt.toISOString() ?? null,
          previousUntil: secret?.previousUntil?.toISOString() ?? null,
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/workflow/hook-secret',
      policy: 'workflow.publish',
      summary: 'Made the secret that messages for a workflow are signed with',
      query: WorkflowChoice,
      hint: 'deliveries',
      answer: HookSecretView,
      answersSecret: true,
      status: 201,
      handler: async ({ scope, params, query, person, audit }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        audit({ after: { workflow: workflow.id } })
        return { secret: await hookSecrets.make(scope, { workflowId: workflow.id, by: person.id }) }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/workflow/deliveries',
      policy: 'workflow.read',
      summary: 'Lists the messages that arrived for a workflow, newest first',
      query: Paged,
      answer: pageOf(DeliveryView),
      handler: async ({ scope, params, query }) => {
        const { workflow } = await loadWorkflow(services, {
          scope,
          formId: params.id,
          workflowId: query.workflow,
        })
        const before = query.cursor === undefined ? {} : { before: query.cursor }
        const messages = await runtime.ports.stores
          .of(scope)
          .inbox.list({ workflowId: workflow.id, ...before, limit: page })
        const last = messages.at(-1)
        return {
          rows: await viewDeliveries(services, { scope, messages }),
          ...(messages.length === page && last !== undefined ? { next: last.id } : {}),
        }
      },
    }),
  ]
}
