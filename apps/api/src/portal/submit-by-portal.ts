import type { PortalPage, PortalSubmitRequest } from '@fieldledger/contract'
import type { Submission } from '@fieldledger/forms'
import { FormNotPublished, submitForm } from '@fieldledger/runtime'
import { Missing, Unfitting } from '../refusals.ts'
import type { Services } from '../services.ts'
import { claimFiles } from '../submissions/claim-files.ts'
import type { OpenPortal } from './open-portal.ts'
import { portalUnfit } from './portal-content.ts'
import { portalValues } from './portal-values.ts'

/** A supplier's form goes its normal way: checked, numbered, approved and sent like any other. */
export async function submitByPortal(
  services: Services,
  { opened, formId, request }: { opened: OpenPortal; formId: string; request: PortalSubmitRequest },
): Promise<PortalPage['sent'][number]> {
  const { scope, link, vendor, person } = opened
  const { runtime, portalLinks } = services
  if (!link.formIds.includes(formId)) throw new Missing()
  const form = await services.forms.find(scope, formId)
  if (form === undefined || form.archived) throw new Missing()
  const version = await runtime.ports.versions.form({ scope, formId, version: request.formVersion })
  if (version === undefined) throw new FormNotPublished()
  const { content } = version
  const unfit = portalUnfit(content)
  if (unfit !== undefined) throw new Unfitting({ code: 'form-unfit', message: unfit, status: 409 })
  const values = portalValues(content, { values: request.values, vendorId: vendor.id })
  // Files were uploaded by the link, not by the colleague for whom it acts.
  const uploader = { ...person, id: link.id }
  await claimFiles(services, { scope, person: uploader, submissionId: request.id, content, values })
  const { submission } = await submitForm({
    runtime,
    companyId: scope.companyId,
    person: { id: person.id, name: vendor.name, role: person.role },
    formId,
    request: { ...request, values },
  })
  // The id of another submission is no way to read it.
  if (submission.submittedBy !== person.id || submission.vendorId !== vendor.id) throw new Missing()
  await portalLinks.noteSubmission(scope, { id: link.id, submissionId: submission.id })
  return viewSent(submission)
}

/** What was submitted by the link, and what became of it. */
export async function sentByPortal(
  { runtime }: Pick<Services, 'runtime'>,
  { scope, link }: OpenPortal,
): Promise<PortalPage['sent']> {
  const { submissions } = runtime.ports.stores.of(scope)
  const ids = [...link.submissionIds].reverse().slice(0, 20)
  const found = await Promise.all(ids.map((id) => submissions.get(id)))
  return found.flatMap((submission) => (submission === undefined ? [] : [viewSent(submission)]))
}

function viewSent({ id, formName, number, status, totals, submittedAt }: Submission) {
  return {
    id,
    formName,
    number: number ?? null,
    status,
    total: totals.total,
    submittedAt: submittedAt.toISOString(),
  }
}
