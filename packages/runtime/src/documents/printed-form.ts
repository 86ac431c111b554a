import {
  choiceIds,
  type Field,
  type FieldValue,
  type MaterialRow,
  type PrintedApproval,
  type PrintedForm,
  type Submission,
  vendorsOfRows,
} from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'
import { loadForm } from '../values/form-versions.ts'

/** All that stands on paper about this submission, as it is now. */
export async function printedForm(about: {
  runtime: Runtime
  scope: CompanyScope
  submission: Submission
}): Promise<PrintedForm> {
  const { runtime, scope, submission } = about
  const { formId, formVersion: version, values, vendorId } = submission
  const { content } = await loadForm({ runtime, scope, formId, version })
  const { people, lookups, stores } = runtime.ports
  const ids = content.fields.flatMap((field) => printedIds(field, values[field.id]))
  const [company, logo, submitters, names, vendors, tasks] = await Promise.all([
    people.company({ scope }),
    people.logo({ scope }),
    people.names({ scope, ids: [submission.submittedBy] }),
    lookups.catalogue.names({ scope, ids: [...new Set(ids)] }),
    vendorId === undefined ? new Map() : lookups.catalogue.vendors({ scope, ids: [vendorId] }),
    stores.of(scope).tasks.list({ submissionId: submission.id, kinds: ['approval'], states: ['done'] }),
  ])
  const vendor = vendorId === undefined ? undefined : vendors.get(vendorId)
  const approvals = tasks.flatMap(({ decision }): PrintedApproval[] => {
    if (decision === undefined || decision.choice === 'done') return []
    const { choice, by, at, note } = decision
    return [{ choice, by: by.name, at, ...(note === undefined ? {} : { note }) }]
  })
  return {
    company: { ...company, ...(logo === undefined ? {} : { logo }) },
    content,
    submission,
    ...(vendor === undefined ? {} : { vendor }),
    names,
    submittedBy: submitters.get(submission.submittedBy) ?? '',
    approvals: approvals.sort((one, other) => one.at.getTime() - other.at.getTime()),
  }
}

function printedIds(field: Field, value: FieldValue | undefined): string[] {
  if (field.kind !== 'material-table') return choiceIds(field, value)
  return vendorsOfRows((value ?? []) as MaterialRow[]).vendorIds
}
