import { companyScope, noteToken, type Standing, type Token } from '@fieldledger/workflow'
import {
  NotFound,
  ReplayRefused,
  RunIsPaused,
  RunNotRetryable,
  StatusForbids,
} from '../errors/runtime-errors.ts'
import { effectsWithParts } from '../links/effects-with-parts.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { Person } from '../ports/person.ts'
import type { Run, RunState } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { refuseBeside } from './refuse-beside.ts'
import { refuseUnapproved } from './replay-plan.ts'

export interface RetryRun extends PersonalUseCase {
  runId: string
}

interface Again {
  runtime: Runtime
  runId: string
  person: Pick<Person, 'id' | 'name'>
}

/** A run that needs attention takes its step once more; a refused document is sent again as a new attempt. */
export async function retryRun(input: RetryRun): Promise<void> {
  const { runtime } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const id = await tryRunAgain(store, input)
    await store.outbox.post({ work: true, hints: [{ topic: 'attention' }, { topic: 'submissions', id }] })
  })
  runtime.doorbell.ring()
}

/** Inside of a transaction; refuses before it writes. Gives the form that it walks for. */
export async function tryRunAgain(store: RuntimeStore, { runtime, runId, person }: Again): Promise<string> {
  const run = await store.runs.get(runId)
  if (run === undefined) throw new NotFound('run')
  if (run.state === 'paused') throw new RunIsPaused()
  const from = retryableFrom(run)
  if (!from.includes(run.state)) throw new RunNotRetryable()
  await refuseBeside(store, run)
  await refuseOvertaken(store, { runtime, run })
  const at = runtime.clock.now()
  if (!(await goesOn(store, { run, from, at }))) throw new RunNotRetryable()
  const { submissionId } = run
  // The refusal was answered: the step sees nothing sent yet and asks again.
  for (const effect of await refusedOf(store, submissionId)) {
    const { splitFrom } = effect.requestedBy
    const requestedBy = { personId: person.id, ...(splitFrom === undefined ? {} : { splitFrom }) }
    await store.effects.amend({ effect, change: { requestedBy, triedBy: person.id } })
  }
  await store.timeline.append({
    submissionId,
    stamps: [{ code: 'retried', params: {}, actor: byPerson(person) }],
    at,
  })
  return submissionId
}

async function refusedOf(store: RuntimeStore, submissionId: string): Promise<Effect[]> {
  const effects = await effectsWithParts(store, submissionId)
  return effects.filter(({ state }) => state === 'rejected' || state === 'stopped')
}

/** A form that was cancelled is over; one that was changed since is not sent by a run that nobody asked about it. */
async function refuseOvertaken(
  store: RuntimeStore,
  { runtime, run }: { runtime: Runtime; run: Run },
): Promise<void> {
  const submission = await store.submissions.get(run.submissionId)
  if (submission === undefined) throw new NotFound('form')
  const { status, revision, runId } = submission
  if (status === 'cancelled') throw new StatusForbids({ what: 'tried again', status })
  // The form's own run goes on with what it was sent back for.
  if (revision === run.revision || runId === run.id) return
  const { workflowId, workflowVersion: version } = run
  if (workflowId === run.formId)
    throw new ReplayRefused(
      'The form was changed since this run began: replay it, or leave it to the run of the newest revision.',
    )
  const { scope } = store
  const workflow = await runtime.ports.versions.workflow({ scope, workflowId, version })
  if (workflow === undefined) throw new NotFound('workflow')
  for (const { stepId } of run.tokens)
    refuseUnapproved(runtime, { submission, graph: workflow.graph, stepId })
}

// Also a run of which only one branch failed: the others go on meanwhile.
function retryableFrom({ tokens }: Run): RunState[] {
  const failed = tokens.some(({ error, retryAt }) => error !== undefined || retryAt !== undefined)
  return ['needs-attention', 'quarantined', ...(failed ? (['active'] as const) : [])]
}

async function goesOn(
  store: RuntimeStore,
  { run, from, at }: { run: Run; from: readonly RunState[]; at: Date },
): Promise<boolean> {
  const tasks = await store.tasks.list({ runId: run.id })
  const asked = new Set(tasks.map(({ stepId, visit }) => `${stepId} ${visit}`))
  let standing: Standing = run
  for (const token of run.tokens) standing = triedAgain(standing, { token, at, asked })
  return store.runs.move({ id: run.id, from, to: 'active', tokens: standing.tokens, visits: standing.visits })
}

/**
 * What was not done in time has its time once more. Whom it asked, it asks anew, as a new visit: what some of them said
 * in the time that is over does not decide now.
 */
function triedAgain(
  standing: Standing,
  { token, at, asked }: { token: Token; at: Date; asked: ReadonlySet<string> },
): Standing {
  const { error, retryAt: _later, triedAnew = 0, ...same } = token
  // What may have arrived is repeated as it was; a refusal was answered, so that this is a request of its own.
  const anew = error !== undefined && !error.retryable ? triedAnew + 1 : triedAnew
  const kept = anew === 0 ? same : { ...same, triedAnew: anew }
  if (error?.code !== 'step-timed-out') return noteToken(standing, kept)
  const { memo: _memo, wakeAt: _wake, ...again } = { ...kept, since: at }
  const { stepId, visit } = token
  if (!asked.has(`${stepId} ${visit}`)) return noteToken(standing, again)
  const next = (standing.visits[stepId] ?? visit) + 1
  return {
    ...noteToken(standing, { ...again, visit: next }),
    visits: { ...standing.visits, [stepId]: next },
  }
}
