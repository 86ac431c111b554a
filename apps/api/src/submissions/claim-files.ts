import { describeFieldError, type FieldError, type FileReference, type FormContent } from '@fieldledger/forms'
import { SubmissionRefused } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { TooMuch } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'

const mostBytes = 200 * 1024 * 1024

/**
 * Files named in values must have been uploaded by this person, or hang on this submission already; from now on whoever
 * sees the submission sees them.
 */
export async function claimFiles(
  { files }: Pick<Services, 'files'>,
  about: {
    scope: CompanyScope
    person: CompanyPerson
    submissionId: string
    content: FormContent
    values: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  const { scope, person, submissionId } = about
  const named = attachmentsIn(about)
  if (named.length === 0) return
  const found = await files.findMany(
    scope,
    named.map(({ id }) => id),
  )
  const own = found.filter(
    ({ uploadedBy, submissionIds }) => uploadedBy.includes(person.id) || submissionIds.includes(submissionId),
  )
  const known = new Set(own.map(({ id }) => id))
  const missing = named.filter(({ id }) => !known.has(id))
  if (missing.length > 0) throw new SubmissionRefused(missing.map(notFound))
  if (own.reduce((sum, { size }) => sum + size, 0) > mostBytes)
    throw new TooMuch('The files of one form may have 200 MB together: remove some, then submit again.')
  await files.attach(scope, { ids: [...known], submissionId })
}

interface Named {
  id: string
  fieldId: string
  label: string
}

function attachmentsIn(about: { content: FormContent; values: Readonly<Record<string, unknown>> }): Named[] {
  return about.content.fields
    .filter(({ kind }) => kind === 'attachments')
    .flatMap(({ id: fieldId, label }) => {
      const value = Object.hasOwn(about.values, fieldId) ? about.values[fieldId] : undefined
      const references = Array.isArray(value) ? (value as Partial<FileReference>[]) : []
      return references.flatMap(({ id }) => (typeof id === 'string' ? [{ id, fieldId, label }] : []))
    })
}

function notFound({ fieldId, label }: Named): FieldError {
  const params = { label }
  return {
    path: fieldId,
    fieldId,
    code: 'not-found',
    params,
    message: describeFieldError('not-found', params),
  }
}
