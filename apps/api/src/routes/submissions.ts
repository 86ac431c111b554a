import { decimalFromMoney } from '@fieldledger/accounting'
import {
  pageOf,
  SubmissionLinks,
  SubmissionSummary,
  SubmissionView,
  SubmitRequest,
} from '@fieldledger/contract'
import { FormNotPublished, submitForm } from '@fieldledger/runtime'
import { Type } from 'typebox'
import { type CsvColumns, streamCsv } from '../csv/stream-csv.ts'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { claimFiles } from '../submissions/claim-files.ts'
import { listQuery } from '../submissions/list-query.ts'
import { listSubmissions } from '../submissions/list-submissions.ts'
import { viewLinks } from '../submissions/view-links.ts'
import { viewSubmission } from '../submissions/view-submission.ts'
import { visibleSubmission } from '../submissions/visible-submission.ts'

export function submissionRoutes(services: Services): Route[] {
  const { admission, runtime, forms, known } = services
  return [
    defineRoute({
      method: 'POST',
      path: '/forms/:id/submissions',
      policy: 'form.submit',
      summary: 'Submitted a form',
      body: SubmitRequest,
      largeBody: true,
      keepsReads: true,
      answer: SubmissionView,
      status: 201,
      handler: ({ scope, params, body, person, audit }) =>
        admission.admit(async () => {
          const form = await known.forms.get(`${scope.companyId}|${params.id}`, () =>
            forms.find(scope, params.id),
          )
          if (form === undefined) throw new Missing()
          if (form.archived)
            throw new Unfitting({
              code: 'form-archived',
              message: 'This form is archived and takes no more submissions: use another one.',
              status: 409,
            })
          const version = await runtime.ports.versions.form({
            scope,
            formId: form.id,
            version: body.formVersion,
          })
          if (version === undefined) throw new FormNotPublished()
          const { content } = version
          await claimFiles(services, { scope, person, submissionId: body.id, content, values: body.values })
          if (body.madeFrom !== undefined)
            await visibleSubmission(services, { scope, person, id: body.madeFrom })
          const { companyId } = scope
          const { submission, created } = await submitForm({
            runtime,
            companyId,
            person,
            formId: form.id,
            request: body,
          })
          // The id of somebody else's submission is no way to read it.
          if (submission.submittedBy !== person.id) throw new Missing()
          audit({ record: submission.id, after: { number: submission.number, form: submission.formName } })
          return viewSubmission(services, { scope, person, submission, fresh: created })
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/submissions',
      policy: 'submission.read',
      summary: 'Lists submissions',
      query: Type.Object({
        ...listQuery,
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      }),
      answer: pageOf(SubmissionSummary),
      handler: (call) => listSubmissions(services, call),
    }),
    defineRoute({
      method: 'GET',
      path: '/submissions.csv',
      policy: 'submission.read',
      summary: 'Lists submissions as a CSV file',
      query: Type.Object(listQuery),
      answer: { bytes: 'text/csv' },
      handler: (call) =>
        streamCsv(call.reply, {
          name: 'submissions.csv',
          columns: csvColumns,
          read: async (from) => {
            const query = { ...call.query, ...from, limit: 200 }
            const page = await listSubmissions(services, { ...call, query })
            return { ...page, rows: page.rows.filter(submittedUnlessAsked(query)) }
          },
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/submissions/:id',
      policy: 'submission.read',
      summary: 'Shows a submission',
      answer: SubmissionView,
      handler: async ({ scope, params, person }) => {
        const submission = await visibleSubmission(services, { scope, person, id: params.id })
        return viewSubmission(services, { scope, person, submission })
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/submissions/:id/links',
      policy: 'submission.read',
      summary: 'Shows what a submission was made from, what was made from it, and what can be',
      answer: SubmissionLinks,
      handler: async ({ scope, params, person }) => {
        const submission = await visibleSubmission(services, { scope, person, id: params.id })
        return viewLinks(services, { scope, person, submission })
      },
    }),
  ]
}

/** A draft is nobody's submission yet: it is written where drafts are asked for. */
function submittedUnlessAsked({ status }: { status?: string }) {
  return (row: SubmissionSummary) => row.status !== 'draft' || status === 'draft'
}

const csvColumns: CsvColumns<SubmissionSummary> = {
  Number: ({ number }) => number,
  Form: ({ formName }) => formName,
  Status: ({ status }) => status,
  Label: ({ label }) => label,
  Vendor: ({ vendorName }) => vendorName,
  Project: ({ projectName }) => projectName,
  Total: ({ total }) => decimalFromMoney(total),
  Currency: ({ total }) => total.currency,
  Responsible: ({ responsible }) => responsible,
  'Submitted by': ({ submittedBy }) => submittedBy,
  'Submitted at': ({ submittedAt }) => submittedAt,
  Ledger: ({ ledger }) =>
    ledger
      .map(({ providerLabel, state, number }) => `${providerLabel}: ${state} ${number ?? ''}`.trim())
      .join('; '),
}
