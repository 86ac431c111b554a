import { readDraft, type Submission } from '@fieldledger/forms'
import { type DocumentDraft, partsByVendor } from '@fieldledger/workflow'
import { loadForm } from '../values/form-versions.ts'
import { meantVendors } from '../values/meant-vendors.ts'
import { type LoadDraft, loadDraft } from './load-draft.ts'

/** The drafts of all that a form becomes: one, or one for each vendor that its lines name. At least one. */
export async function draftedParts(
  input: LoadDraft,
): Promise<{ first: DocumentDraft; submission: Submission; others: DocumentDraft[] }> {
  const { runtime, scope, submission, request } = input
  const { formId, formVersion: version, currency } = submission
  const { content } = await loadForm({ runtime, scope, formId, version })
  const values = await meantVendors(runtime, { scope, content, values: submission.values })
  const asMeant = { ...submission, values }
  const [first, ...others] = partsByVendor({ submission: asMeant, content, mapping: request.mapping }).map(
    (part): Submission => ({
      ...submission,
      ...readDraft({ content, values: part.values, currency }),
      vendorId: part.vendorId,
    }),
  )
  const shown = first ?? submission
  return {
    first: await loadDraft({ ...input, submission: shown }),
    submission: shown,
    others: await Promise.all(others.map((part) => loadDraft({ ...input, submission: part }))),
  }
}
