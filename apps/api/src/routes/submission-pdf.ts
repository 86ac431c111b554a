import { renderPdf } from '@fieldledger/documents'
import { printedForm } from '@fieldledger/runtime'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { visibleSubmission } from '../submissions/visible-submission.ts'

export function submissionPdfRoutes(services: Services): Route[] {
  const { runtime } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/submissions/:id/pdf',
      policy: 'submission.read',
      summary: 'Hands out a submission as a PDF, as it is now',
      answer: { bytes: 'application/pdf' },
      handler: async ({ scope, params, person, reply }) => {
        const submission = await visibleSubmission(services, { scope, person, id: params.id })
        const bytes = await renderPdf(await printedForm({ runtime, scope, submission }))
        reply.attachment(`${submission.number ?? submission.formName}.pdf`)
        reply.setHeader('content-type', 'application/pdf')
        reply.setHeader('x-content-type-options', 'nosniff')
        reply.setHeader('cache-control', 'private, no-store')
        reply.end(bytes)
        return undefined
      },
    }),
  ]
}
