import { changesBetween, type FieldChange, type Submission, type SubmissionTotals } from '@fieldledger/forms'
import { companyScope } from '@fieldledger/workflow'
import { NotFound } from '../errors/runtime-errors.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { SubmissionRevision } from '../ports/submission-store.ts'
import type { UseCase } from '../use-case.ts'
import { loadForm } from '../values/form-versions.ts'

export interface ReadSubmissionChanges extends UseCase {
  submissionId: string
  /** The revision to compare with; without it the one that was last decided on, else the one before. */
  from?: number
}

export interface SubmissionChanges {
  from: number
  to: number
  revisions: Pick<SubmissionRevision, 'revision' | 'by' | 'at'>[]
  fields: FieldChange[]
  total: { before: SubmissionTotals['total']; after: SubmissionTotals['total'] }
}

/** What the present revision changed, with old and new values. */
export async function submissionChanges(input: ReadSubmissionChanges): Promise<SubmissionChanges> {
  const { runtime, submissionId } = input
  const scope = companyScope(input.companyId)
  const store = runtime.ports.stores.of(scope)
  const [present, revisions] = await Promise.all([
    store.submissions.get(submissionId),
    store.submissions.revisions(submissionId),
  ])
  if (present === undefined) throw new NotFound('form')
  const from = input.from ?? (await lastDecided(store, { present, revisions })) ?? present.revision - 1
  const earlier = await store.submissions.atRevision({ id: submissionId, revision: Math.max(1, from) })
  if (earlier === undefined) throw new NotFound('revision')
  const { formId, formVersion: version } = present
  const { content } = await loadForm({ runtime, scope, formId, version })
  return {
    from: earlier.revision,
    to: present.revision,
    revisions: revisions.map(({ revision, by, at }) => ({ revision, by, at })),
    fields: changesBetween(content, { before: earlier.values, after: present.values }),
    total: { before: earlier.totals.total, after: present.totals.total },
  }
}

/** Whoever decides again has seen that revision; several may have come since. */
async function lastDecided(
  store: RuntimeStore,
  { present, revisions }: { present: Submission; revisions: readonly SubmissionRevision[] },
): Promise<number | undefined> {
  const decided = await store.tasks.list({
    submissionId: present.id,
    kinds: ['approval'],
    states: ['done'],
    limit: 1,
  })
  const at = decided[0]?.decision?.at
  if (at === undefined) return undefined
  const seen = revisions.filter((revision) => revision.at <= at && revision.revision < present.revision)
  return seen.at(-1)?.revision
}
