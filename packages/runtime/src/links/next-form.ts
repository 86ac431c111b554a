import { type CompanyScope, companyScope, type NextForm } from '@fieldledger/workflow'
import { SubmissionRefused } from '../errors/runtime-errors.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import { type LoadedForm, loadForm } from '../values/form-versions.ts'
import { readValues } from '../values/read-values.ts'
import { formOfVisit } from './form-of-visit.ts'
import { linkedForm } from './linked-form.ts'

/** Another form of the company, as a step sees it that makes one of it from this run's. */
export async function nextForm(
  runtime: Runtime,
  place: { run: Run; stepId: string; visit: number; formId: string; currency: string },
): Promise<NextForm | undefined> {
  const { run, formId, currency } = place
  const scope = companyScope(run.companyId)
  const version = await runtime.ports.versions.newestForm({ scope, formId })
  if (version === undefined) return undefined
  const store = runtime.ports.stores.of(scope)
  const form = await loadForm({ runtime, scope, formId, version })
  const { made } = await formOfVisit(store, place)
  const linked = (await store.submissions.madeFrom(run.submissionId)).map(linkedForm)
  return {
    ...(made === undefined
      ? {}
      : { earlier: { id: made.id, formName: made.formName, number: made.number ?? '' } }),
    version,
    content: form.content,
    linked,
    read: (values) => read({ runtime, scope, form, currency }, values),
  }
}

async function read(
  by: { runtime: Runtime; scope: CompanyScope; form: LoadedForm; currency: string },
  values: Parameters<NextForm['read']>[0],
) {
  try {
    return await readValues({ ...by, values, proposedVendorIds: [] })
  } catch (error) {
    if (!(error instanceof SubmissionRefused)) throw error
    return { refused: error.errors[0]?.message ?? error.message }
  }
}
