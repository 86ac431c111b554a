import type { Cure, Money } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import { companyScope, type Problem } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import type { UseCase } from '../use-case.ts'
import { troubleOf } from './ledger-state.ts'
import { type PausedHolder, pausedHolders } from './paused-holders.ts'

const holdsOthers = 'paused-holds-others'

/** What is wrong is another thing in each document: the heading says what they have in common. */
const inCommon: Readonly<Record<string, string>> = {
  'document-differs': 'The ledger holds it otherwise than it was sent: correct it there, or revise the form.',
}

/** The contract's AttentionGroup with `since` as a Date and the vendor as its id. */
export interface AttentionCause {
  /** What one cure cures: the code, with the vendor, material or connection that it is about. */
  key: string
  cause: string
  code: string
  cure?: Cure
  /** Where the error catalogue of that connection explains it. */
  explained?: { connectionId: string; entry: string }
  /** What is wrong with the first of them; where the small form takes its facts from. */
  problems: Problem[]
  entries: AttentionEntry[]
}

export interface AttentionEntry {
  submissionId: string
  number: string | null
  formName: string
  vendorId: string | null
  total: Money
  since: Date
  message: string
  runId?: string
  effectId?: string
  taskId?: string
  /** Nobody knows whether it arrived. */
  inDoubt?: boolean
}

interface Found extends Omit<AttentionCause, 'entries'> {
  submissionId: string
  since: Date
  message: string
  runId?: string
  effectId?: string
  taskId?: string
  inDoubt?: boolean
  /** The ledger holds on to the document of a form that was cancelled. */
  stays?: boolean
  /** The form that was split into this order, whose run stopped for the same reason. */
  explains?: string
}

export interface NeedsAttention extends UseCase {
  /** What these forms are held by, and nothing else. */
  submissionIds?: readonly string[]
}

/** Causes first, documents beneath: every one of them, so that what is counted is what one cure reaches. */
export async function needsAttention(input: NeedsAttention): Promise<AttentionCause[]> {
  const found = await findTroubles(input)
  const store = input.runtime.ports.stores.of(companyScope(input.companyId))
  const submissions = await store.submissions.heads([
    ...new Set(found.map(({ submissionId }) => submissionId)),
  ])
  const byId = new Map(submissions.map((submission) => [submission.id, submission]))
  const groups = new Map<string, AttentionCause>()
  const counting = found.filter(
    ({ submissionId, stays }) => stays || byId.get(submissionId)?.status !== 'cancelled',
  )
  const explained = new Set(counting.flatMap(({ explains }) => explains ?? []))
  for (const trouble of counting) {
    const submission = byId.get(trouble.submissionId)
    if (submission === undefined || (isOfRun(trouble) && explained.has(submission.id))) continue
    const group = groups.get(trouble.key) ?? groupOf(trouble)
    group.entries.push(entryOf(trouble, submission))
    groups.set(trouble.key, group)
  }
  return [...groups.values()].sort((left, right) => right.entries.length - left.entries.length)
}

function isInDoubt({ state }: Effect): boolean {
  return state === 'unknown' || state === 'needs-person'
}

/** What an update found to stand there otherwise is carried to the create, which says it for the document. */
function isToldByCreate({ operation, state, waitingFor }: Effect): boolean {
  return operation === 'update' && state === 'confirmed' && waitingFor === null
}

function isOfRun({ runId, effectId }: Found): boolean {
  return runId !== undefined && effectId === undefined
}

async function findTroubles({ runtime, companyId, submissionIds }: NeedsAttention): Promise<Found[]> {
  const store = runtime.ports.stores.of(companyScope(companyId))
  const only = submissionIds === undefined ? undefined : { submissionIds }
  const effects = await store.effects.needingAttention(only)
  const wholes = effects.flatMap(({ requestedBy }) => requestedBy.splitFrom ?? [])
  const [runs, holders, taskOf] = await Promise.all([
    store.runs.needingAttention(only && { submissionIds: [...only.submissionIds, ...wholes] }),
    only === undefined ? pausedHolders(store, runtime.clock.now()) : [],
    only === undefined ? store.tasks.aboutTroubles() : new Map<string, string>(),
  ])
  const runOf = new Map(runs.map((run) => [run.submissionId, run]))
  const ofEffects = effects.flatMap((effect): Found[] => {
    const { submissionId } = effect
    // A vendor in trouble shows it on its own page, and in the document that it holds.
    if (submissionId === null || effect.target.kind === 'vendor' || isToldByCreate(effect)) return []
    const {
      code = 'outcome-unknown',
      message = 'We do not know yet whether it arrived: it is being looked up.',
      cure,
      problems = [],
    } = troubleOf(effect)
    const vendorId = effect.problems.find(({ params }) => params?.vendorId !== undefined)?.params?.vendorId
    const taskId = taskOf.get(effect.id) ?? taskOf.get(String(vendorId))
    const ofWhole = runOf.get(effect.requestedBy.splitFrom ?? '')
    const whole = ofWhole?.error?.code === code ? ofWhole : undefined
    const run = runOf.get(submissionId) ?? whole
    return [
      {
        key: keyOf(code, problems),
        code,
        cause: inCommon[code] ?? message,
        problems,
        message,
        submissionId,
        since: effect.updatedAt,
        effectId: effect.id,
        stays: effect.operation === 'cancel',
        ...(isInDoubt(effect) ? { inDoubt: true } : {}),
        ...(cure === undefined ? {} : { cure }),
        ...explainedBy(effect, code),
        ...(taskId === undefined ? {} : { taskId }),
        ...(run === undefined ? {} : { runId: run.id }),
        ...(whole === undefined ? {} : { explains: whole.submissionId }),
      },
    ]
  })
  const explained = new Set(ofEffects.map(({ submissionId }) => submissionId))
  const ofRuns = runs
    .filter(({ submissionId }) => !explained.has(submissionId))
    .map((run): Found => {
      const message = run.error?.message ?? 'The workflow stopped: look at its last step, then try again.'
      const code = run.error?.code ?? 'run-stopped'
      return {
        key: code,
        code,
        cause: message,
        problems: [],
        message,
        submissionId: run.submissionId,
        since: run.startedAt,
        runId: run.id,
      }
    })
  return [...ofEffects, ...ofRuns, ...holders.map(foundHolder)]
}

// Trying again moves nothing: whoever paused it resumes or stops it on its own page, so its run is not handed out.
function foundHolder({ run, waiting, since }: PausedHolder): Found {
  const others = waiting === 1 ? 'another form waits' : `${waiting} other forms wait`
  return {
    key: holdsOthers,
    code: holdsOthers,
    cause: 'Its run is paused, and others wait for their turn behind it: resume the run, or stop it.',
    problems: [],
    message: `Its run is paused, and ${others} for a turn behind it: resume the run, or stop it.`,
    submissionId: run.submissionId,
    since,
  }
}

// Two vendors without a link are two causes: each has a form of its own.
function keyOf(code: string, [problem]: readonly Problem[]): string {
  const {
    connectionId = '',
    vendorId = '',
    materialId = '',
    projectId = '',
    costCodeId = '',
  } = problem?.params ?? {}
  return [code, connectionId, vendorId, materialId, projectId, costCodeId]
    .filter((part) => part !== '')
    .join(' ')
}

function explainedBy({ connectionId, error }: Effect, code: string): Pick<AttentionCause, 'explained'> {
  return error?.entry === undefined || error.code !== code
    ? {}
    : { explained: { connectionId, entry: error.entry } }
}

function groupOf({ key, code, cause, cure, explained, problems }: Found): AttentionCause {
  return {
    key,
    code,
    cause,
    ...(cure === undefined ? {} : { cure }),
    ...(explained === undefined ? {} : { explained }),
    problems,
    entries: [],
  }
}

function entryOf(trouble: Found, submission: Omit<Submission, 'values'>): AttentionEntry {
  const { message, since, runId, effectId, taskId, inDoubt } = trouble
  return {
    submissionId: submission.id,
    message,
    since,
    ...(runId === undefined ? {} : { runId }),
    ...(effectId === undefined ? {} : { effectId }),
    ...(taskId === undefined ? {} : { taskId }),
    ...(inDoubt === undefined ? {} : { inDoubt }),
    number: submission.number ?? null,
    formName: submission.formName,
    vendorId: submission.vendorId ?? null,
    total: submission.totals.total,
  }
}
