import { LedgerPreflight, NotADuplicate, pageOf, UnsentForm } from '@fieldledger/contract'
import { preflightForm, preflightUnsent, sayDifferent } from '@fieldledger/runtime'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { visibleSubmission } from '../submissions/visible-submission.ts'

/** What would stop a form before its ledgers, and the say of a person where only a person can tell. */
export function preflightRoutes(services: Services): Route[] {
  const { runtime, forms } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/submissions/:id/preflight',
      policy: 'submission.read',
      summary: 'Says what would stop a submission before its ledgers',
      answer: pageOf(LedgerPreflight),
      handler: async ({ scope, params, person }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        return { rows: await preflightForm({ runtime, companyId: scope.companyId, submissionId: id }) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/preflight',
      policy: 'form.submit',
      summary: 'Says what would stop a form that is being filled in before its ledgers',
      unaudited: true,
      keepsReads: true,
      largeBody: true,
      body: UnsentForm,
      answer: pageOf(LedgerPreflight),
      handler: async ({ scope, params, person, body }) => {
        if ((await forms.find(scope, params.id)) === undefined) throw new Missing()
        if (body.madeFrom !== undefined)
          await visibleSubmission(services, { scope, person, id: body.madeFrom })
        const { companyId } = scope
        return {
          rows: await preflightUnsent({ runtime, companyId, person, formId: params.id, request: body }),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/submissions/:id/not-a-duplicate',
      policy: 'document.send',
      summary: 'Said that a submission is not a duplicate of another one',
      body: NotADuplicate,
      answer: 'nothing',
      handler: async ({ scope, params, person, body, audit }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        const twin = await visibleSubmission(services, { scope, person, id: body.twinId })
        audit({ after: body })
        const { companyId } = scope
        const { reason } = body
        await sayDifferent({ runtime, companyId, person, submissionId: id, twinId: twin.id, reason })
        return undefined
      },
    }),
  ]
}
