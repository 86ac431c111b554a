import { describeFieldError, type FieldError, type ReadSubmission, readSubmission } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import { SubmissionRefused } from '../errors/runtime-errors.ts'
import type { Runtime } from '../ports/runtime.ts'
import { catalogueIds } from './catalogue-ids.ts'
import type { LoadedForm } from './form-versions.ts'

/** Values from outside as a submission's values, or SubmissionRefused with every error beside its field. */
export async function readValues(input: {
  runtime: Runtime
  scope: CompanyScope
  form: LoadedForm
  values: unknown
  currency: string
  proposedVendorIds: readonly string[]
}): Promise<ReadSubmission> {
  const { runtime, scope, form } = input
  const read = readSubmission({
    content: form.content,
    values: input.values,
    currency: input.currency,
    validate: form.validate,
  })
  if ('errors' in read) throw new SubmissionRefused(read.errors)
  const used = catalogueIds(form.content, read.values).filter(
    ({ id, list }) => list !== 'vendors' || !input.proposedVendorIds.includes(id),
  )
  if (used.length === 0) return read
  const foreign = await runtime.ports.lookups.catalogue.missing({ scope, used })
  if (foreign.length > 0) throw new SubmissionRefused(foreign.map(notFound))
  return read
}

function notFound(place: { fieldId: string; path: string; label: string }): FieldError {
  const params = { label: place.label }
  return {
    path: place.path,
    fieldId: place.fieldId,
    code: 'not-found',
    params,
    message: describeFieldError('not-found', params),
  }
}
