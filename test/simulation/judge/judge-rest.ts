import type { RemoteDocument } from '@fieldledger/accounting'
import type { TimelineEntry } from '@fieldledger/workflow'
import type { OrderStory } from '../stories/order-story.ts'
import type { LedgerBooks } from '../world/ledger-books.ts'
import type { Plan } from '../world/plan.ts'
import type { EffectRow, OurBooks, SubmissionRow } from './books-row.ts'
import { judgeApproval } from './judge-approval.ts'
import { judgeSplit, partsOf } from './judge-split.ts'
import { Violation } from './violation.ts'

interface AtRest {
  ours: OurBooks
  books: LedgerBooks
  stories: readonly OrderStory[]
  plan: Plan
}

/** When all is at rest: each order is in the ledger with its newest values, or a person was told why not. */
export function judgeRest({ ours, books, stories, plan }: AtRest): void {
  for (const { submissionId } of stories) {
    const submission = ours.submissions().find(({ _id }) => _id === submissionId)
    if (submission === undefined) throw new Violation('what was submitted is kept', submissionId)
    const parts = partsOf(ours, submission)
    for (const one of [submission, ...parts]) {
      judgeTimeline(ours, one)
      judgeRuns(ours, one)
      judgeApproval({ ours, plan }, one)
      judgeDocument({ ours, books }, one)
    }
    if (parts.length > 0) judgeSplit({ books, plan }, { form: submission, parts })
  }
  judgeHolders({ ours, books })
}

function judgeTimeline(ours: OurBooks, submission: SubmissionRow): void {
  const entries = ours.timeline().filter(({ submissionId }) => submissionId === submission._id)
  const seqs = entries.map(({ seq }) => seq).toSorted((left, right) => left - right)
  if (seqs.some((seq, position) => seq !== position + 1) || submission.timelineSeq !== seqs.length)
    throw new Violation(
      'the timeline rises by one',
      `${submission._id}: ${seqs.join(' ')}, counted ${submission.timelineSeq}`,
    )
  judgeTellings({ ours, submission, entries })
  const told = entries
    .filter(({ code }) => onceEach.has(code))
    .map(({ code, params }) => `${code} of revision ${String(params.revision)}`)
  const twice = told.find((one, position) => told.indexOf(one) !== position)
  if (twice !== undefined) throw new Violation('nothing is stamped twice', `${submission._id}: ${twice}`)
}

/** One thing is told once: however often an outcome was unknown, an attempt group is stamped so once. */
function judgeTellings({ ours, submission, entries }: Told): void {
  const groups = ours
    .effects()
    .filter((effect) => effect.submissionId === submission._id)
    .reduce((sum, { attemptGroup }) => sum + attemptGroup, 0)
  for (const code of ['outcome-unknown', 'sending', 'document-created']) {
    const times = entries.filter((entry) => entry.code === code).length
    if (times > groups)
      throw new Violation(
        'nothing is stamped twice',
        `${submission._id}: ${code} ${times} times for ${groups} attempts`,
      )
  }
}

interface Told {
  ours: OurBooks
  submission: SubmissionRow
  entries: readonly TimelineEntry[]
}

const onceEach = new Set(['submitted', 'document-created', 'document-updated'])

function judgeRuns(ours: OurBooks, submission: SubmissionRow): void {
  for (const run of ours.runs().filter(({ submissionId }) => submissionId === submission._id))
    if (run.state === 'active')
      throw new Violation(
        'nothing is left waiting for nobody',
        `run ${run._id} at ${JSON.stringify(run.tokens)}`,
      )
}

function judgeDocument({ ours, books }: Pick<AtRest, 'ours' | 'books'>, submission: SubmissionRow): void {
  const effects = ours.effects().filter((effect) => effect.submissionId === submission._id)
  for (const effect of effects) judgeEffect(effect)
  const documents = books.byNumber(submission.number ?? '')
  const [document] = documents
  if (submission.status === 'cancelled') judgeCancelled(document, effects)
  if (submission.status !== 'approved' || wasTold(ours, submission, effects)) return
  if (document === undefined)
    throw new Violation(
      'nothing is lost: each approved order is in the ledger, or a person was told',
      submission._id,
    )
  const wanted = { net: submission.totals.net.minor, memo: memoOf(submission) }
  const memo = wanted.memo === undefined ? undefined : document.memo
  if (document.net.minor !== wanted.net || memo !== wanted.memo)
    throw new Violation(
      'the newest values are in the books',
      `${submission._id}: ${wanted.net} ${wanted.memo}, found ${document.net.minor} ${document.memo}`,
    )
}

function memoOf({ values }: SubmissionRow): unknown {
  return Object.values(values).find((value) => typeof value === 'string')
}

/** The run says so, or the effect was refused or stopped by a person: both stand under Needs attention. */
function wasTold(ours: OurBooks, submission: SubmissionRow, effects: readonly EffectRow[]): boolean {
  const run = ours.runs().find(({ _id }) => _id === submission.runId)
  if (run?.state === 'needs-attention' || run?.state === 'quarantined' || run?.state === 'stopped')
    return true
  return effects.some(
    ({ state, target, revision }) =>
      target.kind === 'document' &&
      (state === 'rejected' || state === 'stopped') &&
      revision <= submission.revision,
  )
}

function judgeEffect(effect: EffectRow): void {
  const { _id, state, waitingFor, confirmation } = effect
  const stuck =
    state === 'sending' || state === 'unknown' || state === 'not-created' || state === 'needs-person'
  const waiting = state === 'planned' && waitingFor !== 'revision'
  if (stuck || waiting)
    throw new Violation(
      'no effect is left half done',
      `${_id} ${effect.operation}: ${state}, waits for ${waitingFor}`,
    )
  if (state === 'confirmed' && confirmation?.verified === 'pending')
    throw new Violation('green is read back', _id)
}

/** The ledger may refuse to take it out, and a person may say that the removal is not to go: both are told. */
function judgeCancelled(document: RemoteDocument | undefined, effects: readonly EffectRow[]): void {
  const removal = effects.find(({ operation }) => operation === 'cancel')
  if (document === undefined || removal === undefined) return
  if (removal.state === 'rejected' || removal.state === 'stopped') return
  if (document.status === 'open')
    throw new Violation(
      'what was cancelled is taken out of the ledger',
      `${document.number} is ${document.status}`,
    )
}

/** Each document there belongs to one effect that knows it. */
function judgeHolders({ ours, books }: Pick<AtRest, 'ours' | 'books'>): void {
  const effects = ours.effects()
  for (const { reference, number } of books.documents.values()) {
    const holders = effects.filter(
      ({ operation, confirmation, state }) =>
        operation === 'create' && (confirmation?.reference.id === reference.id || state === 'stopped'),
    )
    if (holders.length === 0) throw new Violation('every document there is known here', String(number))
  }
}
