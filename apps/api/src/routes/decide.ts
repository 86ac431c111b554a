import { DecisionByLink, DecisionPage } from '@fieldledger/contract'
import { decideTask } from '@fieldledger/runtime'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { openDecisionLink, viewDecision } from '../tasks/decide-by-link.ts'

/** Links from mails: looking changes nothing (mail programs look too), the confirming POST decides. */
export function decideRoutes(services: Services): Route[] {
  const { runtime, audit } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/decide/:token',
      policy: 'public',
      summary: 'Shows what a link from a mail asks to decide',
      answer: DecisionPage,
      handler: async ({ params }) => viewDecision(services, await openDecisionLink(services, params.token)),
    }),
    defineRoute({
      method: 'POST',
      path: '/decide/:token',
      policy: 'public',
      summary: 'Decides by a link from a mail',
      body: DecisionByLink,
      answer: DecisionPage,
      handler: async ({ params, body }) => {
        const opened = await openDecisionLink(services, params.token)
        const { scope, person, task } = opened
        const { companyId } = scope
        // A second use, or a colleague was faster: what was decided is the answer.
        const did = task.votes?.some(({ by }) => by.id === person.id) === true
        if (task.state !== 'open' || did) return viewDecision(services, opened)
        const decided = await decideTask({ runtime, companyId, person, taskId: task.id, ...body })
        await audit.record(scope, {
          by: { id: person.id, name: `${person.name} by a link from a mail` },
          what: 'Decided a task',
          record: task.submissionId,
          after: { task: task.id, ...body },
          result: 'done',
        })
        return viewDecision(services, { ...opened, task: decided.task })
      },
    }),
  ]
}
