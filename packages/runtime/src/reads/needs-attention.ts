import type { Cure, Money } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import { companyScope } from '@fieldledger/workflow'
import type { UseCase } from '../use-case.ts'
import { troubleOf } from './ledger-state.ts'

/** The contract's AttentionGroup with `since` as a Date and the vendor as its id. */
export interface AttentionCause {
  cause: string
  code: string
  cure?: Cure
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
}

interface Found {
  code: string
  cause: string
  cure?: Cure
  submissionId: string
  since: Date
  message: string
  runId?: string
  effectId?: string
  taskId?: string
}

/** Causes first, documents beneath. */
export async function needsAttention(input: UseCase): Promise<AttentionCause[]> {
  const found = await findTroubles(input)
  const store = input.runtime.ports.stores.of(companyScope(input.companyId))
  const submissions = await store.submissions.getMany([
    ...new Set(found.map(({ submissionId }) => submissionId)),
  ])
  const byId = new Map(submissions.map((submission) => [submission.id, submission]))
  const groups = new Map<string, AttentionCause>()
  for (const trouble of found) {
    const submission = byId.get(trouble.submissionId)
    if (submission === undefined || submission.status === 'cancelled') continue
    const group = groups.get(trouble.code) ?? groupOf(trouble)
    group.entries.push(entryOf(trouble, submission))
    groups.set(trouble.code, group)
  }
  return [...groups.values()].sort((left, right) => right.entries.length - left.entries.length)
}

async function findTroubles({ runtime, companyId }: UseCase): Promise<Found[]> {
  const store = runtime.ports.stores.of(companyScope(companyId))
  const [effects, runs, tasks] = await Promise.all([
    store.effects.needingAttention(),
    store.runs.needingAttention(),
    store.tasks.list({ kinds: ['held', 'unknown', 'proposed-vendor'], states: ['open'], limit: 1000 }),
  ])
  const taskOf = new Map(tasks.map(({ effectId, vendorId, id }) => [effectId ?? vendorId, id]))
  const runOf = new Map(runs.map((run) => [run.submissionId, run]))
  const ofEffects = effects.flatMap((effect): Found[] => {
    const { submissionId } = effect
    // A vendor in trouble shows it on its own page, and in the document that it holds.
    if (submissionId === null || effect.target.kind === 'vendor') return []
    const {
      code = 'outcome-unknown',
      message = 'We do not know yet whether it arrived: it is being looked up.',
      cure,
    } = troubleOf(effect)
    const vendorId = effect.problems.find(({ params }) => params?.vendorId !== undefined)?.params?.vendorId
    const taskId = taskOf.get(effect.id) ?? taskOf.get(String(vendorId))
    const run = runOf.get(submissionId)
    return [
      {
        code,
        cause: message,
        message,
        submissionId,
        since: effect.updatedAt,
        effectId: effect.id,
        ...(cure === undefined ? {} : { cure }),
        ...(taskId === undefined ? {} : { taskId }),
        ...(run === undefined ? {} : { runId: run.id }),
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
        code,
        cause: message,
        message,
        submissionId: run.submissionId,
        since: run.startedAt,
        runId: run.id,
      }
    })
  return [...ofEffects, ...ofRuns]
}

function groupOf({ code, cause, cure }: Found): AttentionCause {
  return { code, cause, ...(cure === undefined ? {} : { cure }), entries: [] }
}

function entryOf(trouble: Found, submission: Submission): AttentionEntry {
  const { code: _code, cause: _cause, cure: _cure, ...entry } = trouble
  return {
    ...entry,
    number: submission.number ?? null,
    formName: submission.formName,
    vendorId: submission.vendorId ?? null,
    total: submission.totals.total,
  }
}
