import { CancelRequest, DocumentPreview, ReviseRequest, SubmissionView } from '@fieldledger/contract'
import {
  cancelSubmission,
  previewDocument,
  retryHeld,
  reviseSubmission,
  sendDocument,
} from '@fieldledger/runtime'
import { Type } from 'typebox'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { claimFiles } from '../submissions/claim-files.ts'
import { viewSubmission } from '../submissions/view-submission.ts'
import { visibleSubmission } from '../submissions/visible-submission.ts'

const connectionOnly = Type.Object(
  { connectionId: Type.String({ minLength: 1, maxLength: 64 }) },
  { additionalProperties: false },
)

export function submissionWorkRoutes(services: Services): Route[] {
  const { runtime, forms } = services
  return [
    defineRoute({
      method: 'POST',
      path: '/submissions/:id/revise',
      policy: 'submission.revise',
      summary: 'Revised a submission',
      body: ReviseRequest,
      largeBody: true,
      answer: SubmissionView,
      handler: async ({ scope, params, body, person, audit }) => {
        const before = await visibleSubmission(services, { scope, person, id: params.id })
        const version = await forms.version(scope, { formId: before.formId, version: before.formVersion })
        if (version === undefined) throw new Missing()
        const { content } = version
        await claimFiles(services, { scope, person, submissionId: before.id, content, values: body.values })
        const { companyId } = scope
        const revised = await reviseSubmission({
          runtime,
          companyId,
          person,
          submissionId: before.id,
          ...body,
        })
        const { submission } = revised
        audit({
          before: { revision: before.revision, total: before.totals.total },
          after: { revision: submission.revision, total: submission.totals.total },
        })
        return viewSubmission(services, { scope, person, submission })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/submissions/:id/cancel',
      policy: 'submission.cancel',
      summary: 'Cancelled a submission',
      body: CancelRequest,
      answer: SubmissionView,
      handler: async ({ scope, params, body, person, audit }) => {
        const before = await visibleSubmission(services, { scope, person, id: params.id })
        const { companyId } = scope
        const cancelled = await cancelSubmission({
          runtime,
          companyId,
          person,
          submissionId: before.id,
          ...body,
        })
        const { submission } = cancelled
        audit({ before: { status: before.status }, after: { status: submission.status, ...body } })
        return viewSubmission(services, { scope, person, submission })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/submissions/:id/send',
      policy: 'document.send',
      summary: 'Sent a submission to a ledger by hand',
      body: connectionOnly,
      answer: Type.Object({ effectId: Type.String() }),
      status: 202,
      handler: async ({ scope, params, body, person, audit }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        const { companyId } = scope
        audit({ after: body })
        return sendDocument({ runtime, companyId, person, submissionId: id, ...body })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/submissions/:id/preview',
      policy: 'document.send',
      summary: 'Showed a submission as that ledger will show it',
      unaudited: true,
      body: connectionOnly,
      answer: DocumentPreview,
      handler: async ({ scope, params, body, person }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        return previewDocument({
          runtime,
          companyId: scope.companyId,
          submissionId: id,
          asked: { personId: person.id },
          ...body,
        })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/submissions/:id/retry-held',
      policy: 'document.send',
      summary: 'Looked again at what was held',
      body: Type.Object({}, { additionalProperties: false }),
      answer: Type.Object({ woken: Type.Integer() }),
      handler: async ({ scope, params, person }) => {
        const { id } = await visibleSubmission(services, { scope, person, id: params.id })
        return retryHeld({ runtime, companyId: scope.companyId, person, submissionId: id })
      },
    }),
  ]
}
