import { CommentRequest } from '@fieldledger/contract'
import { addComment } from '@fieldledger/runtime'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { visibleSubmission } from '../submissions/visible-submission.ts'

/** What people say about a form, to be read in its timeline and, of an invoice, in the ledger too. */
export function commentRoutes(services: Services): Route[] {
  const { runtime } = services
  return [
    defineRoute({
      method: 'POST',
      path: '/submissions/:id/comments',
      policy: 'submission.revise',
      summary: 'Commented on a submission',
      body: CommentRequest,
      answer: 'nothing',
      handler: async ({ scope, params, person, body, audit }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        audit({ after: body })
        await addComment({ runtime, companyId: scope.companyId, person, submissionId: id, ...body })
        return undefined
      },
    }),
  ]
}
