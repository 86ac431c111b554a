import { type LinkedFormView, mayDo, type SubmissionLinks } from '@fieldledger/contract'
import { carryOver, isPartOfSplit, nextTypesOf, orderProgress, type Submission } from '@fieldledger/forms'
import { linkedForm } from '@fieldledger/runtime'
import type { ListedSubmission } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'

interface Viewed {
  scope: CompanyScope
  person: CompanyPerson
  submission: Submission
}

/** Links both ways as this person may see them; quantities count every linked form. */
export async function viewLinks(services: Services, viewed: Viewed): Promise<SubmissionLinks> {
  const { scope, person, submission } = viewed
  const stores = services.runtime.ports.stores.of(scope)
  const made = await stores.submissions.madeFrom(submission.id)
  const ids = [
    ...made.map(({ id }) => id),
    ...(submission.madeFrom === undefined ? [] : [submission.madeFrom]),
  ]
  const seen = ids.length === 0 ? [] : await services.submissions.visible(scope, { person, ids })
  const origin = seen.find(({ id }) => id === submission.madeFrom)
  const { formType: type, values } = submission
  const isSplit = made.some(isPartOfSplit)
  // What was split is received and billed by its orders.
  const isOrder = nextTypesOf(type).length > 0 && !isSplit
  return {
    madeFrom: origin === undefined ? null : linkView(origin),
    made: seen.filter(({ id }) => id !== submission.madeFrom).map(linkView),
    progress: isOrder && made.length > 0 ? orderProgress({ type, values }, made.map(linkedForm)) : [],
    next: isOrder ? await nextForms(services, { ...viewed, made }) : [],
  }
}

async function nextForms(
  { forms, runtime }: Services,
  { scope, person, submission, made }: Viewed & { made: readonly Submission[] },
): Promise<SubmissionLinks['next']> {
  const ready = submission.status === 'approved' || submission.status === 'closed'
  if (!ready || !mayDo(person.role, 'form.submit')) return []
  const { formId, formVersion: version, formType: type, values } = submission
  const own = await runtime.ports.versions.form({ scope, formId, version })
  if (own === undefined) return []
  const wanted = nextTypesOf(type)
  const linked = made.map(linkedForm)
  const found: SubmissionLinks['next'] = []
  for (const form of await forms.list(scope)) {
    if (form.archived || form.publishedVersion === null || !wanted.includes(form.draft.type)) continue
    const next = await runtime.ports.versions.form({ scope, formId: form.id, version: form.publishedVersion })
    if (next === undefined || !wanted.includes(next.content.type)) continue
    const { content } = next
    const carried = carryOver({ type, content: own.content, values }, { content, linked })
    found.push({ formId: form.id, formName: content.name, formType: content.type, values: carried })
  }
  return found
}

function linkView({ id, number, formName, formType, status, totals }: ListedSubmission): LinkedFormView {
  return { id, number: number ?? null, formName, formType, status, total: totals.total }
}
