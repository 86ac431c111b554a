import {
  type FormContent,
  type ReadSubmission,
  readDraft,
  type Submission,
  type VendorPart,
} from '@fieldledger/forms'
import { companyScope } from '@fieldledger/workflow'
import { StaleSubmission } from '../errors/runtime-errors.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { giveNumber } from '../submit/give-number.ts'
import { yearIn } from '../submit/year-in.ts'
import { bySystem } from '../timeline/actors.ts'
import { madeFormId } from './made-form-id.ts'
import { linkParams } from './note-on-order.ts'

interface SplitForm {
  runtime: Runtime
  /** Approved, as it stands in this transaction. */
  submission: Submission
  content: FormContent
  parts: readonly VendorPart[]
}

/**
 * An order for each vendor, approved with the form that it comes of: no workflow of its own starts, and nobody is asked
 * again. The form itself is closed, in the same transaction, so that it is split once and never sent beside its orders.
 */
export async function splitForm(store: RuntimeStore, split: SplitForm): Promise<Submission[]> {
  const { runtime, submission, parts } = split
  const { id, revision } = submission
  const closing = { id, revision, status: 'approved' as const, change: { status: 'closed' as const } }
  if (!(await store.submissions.change(closing))) throw new StaleSubmission()
  const scope = companyScope(submission.companyId)
  const { timeZone } = await runtime.ports.people.company({ scope })
  const now = runtime.clock.now()
  const made: Submission[] = []
  // One after the other: their numbers follow the lines.
  for (const part of parts) {
    const read = readDraft({ content: split.content, values: part.values, currency: submission.currency })
    const number = await giveNumber({
      runtime,
      scope,
      formId: submission.formId,
      pattern: split.content.numbering,
      year: yearIn({ timeZone, at: now }),
      projectId: read.projectId,
    })
    const order = partOf(split, { vendorId: part.vendorId, read, number })
    if (!(await store.submissions.insert(order))) throw new StaleSubmission()
    made.push(order)
  }
  await say(store, { split, made, at: now })
  return made
}

function partOf(
  { runtime, submission }: SplitForm,
  own: { vendorId: string; read: ReadSubmission; number: string },
): Submission {
  const { vendorId, read, number } = own
  const { id, companyId, formId, formVersion, formType, formName, currency, submittedBy, responsible } =
    submission
  const place = { submissionId: id, workflowId: '', startedBy: '', stepId: 'split', visit: 1 }
  return {
    id: madeFormId({ ...place, formId: vendorId }, 0),
    ...{ companyId, formId, formVersion, formType, formName, currency, submittedBy },
    ...read,
    vendorId,
    number,
    ...(responsible === undefined ? {} : { responsible }),
    status: 'approved',
    revision: 1,
    madeFrom: id,
    // The day of the document, where no field gives it, is the day of the form.
    submittedAt: submission.submittedAt,
    updatedAt: runtime.clock.now(),
    timelineSeq: 0,
  }
}

async function say(
  store: RuntimeStore,
  { split, made, at }: { split: SplitForm; made: readonly Submission[]; at: Date },
): Promise<void> {
  const { runtime, submission } = split
  const ids = made.flatMap(({ vendorId }) => vendorId ?? [])
  const names = await runtime.ports.lookups.catalogue.names({ scope: store.scope, ids })
  const named = made.map(({ number, vendorId = '' }) => `${number} (${names.get(vendorId) ?? vendorId})`)
  const submissions = made.map(({ id }) => id).join('\n')
  await store.timeline.append({
    submissionId: submission.id,
    stamps: [
      {
        code: 'split',
        params: {
          parts: named.join('\n'),
          numbers: made.map(({ number }) => number).join('\n'),
          submissions,
        },
        actor: bySystem,
      },
      { code: 'status-changed', params: { to: 'closed' }, actor: bySystem },
    ],
    at,
  })
  for (const { id } of made)
    await store.timeline.append({
      submissionId: id,
      stamps: [{ code: 'split-from', params: backTo(submission), actor: bySystem }],
      at,
    })
  await store.outbox.post({
    work: true,
    hints: [submission, ...made].map(({ id }) => ({ topic: 'submissions', id })),
  })
}

function backTo(submission: Submission) {
  return { ...linkParams(submission), submissions: submission.id, numbers: submission.number ?? '' }
}
