import { companyScope } from '@fieldledger/workflow'
import { NotFound, RunNotRetryable } from '../errors/runtime-errors.ts'
import type { Person } from '../ports/person.ts'
import type { Run } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { refuseBeside } from './refuse-beside.ts'

export interface RetryRun extends PersonalUseCase {
  runId: string
}

/** A run that needs attention takes its step once more; a refused document is sent again as a new attempt. */
export async function retryRun(input: RetryRun): Promise<void> {
  const { runtime } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const id = await tryRunAgain(store, { ...input, at: runtime.clock.now() })
    await store.outbox.post({ work: true, hints: [{ topic: 'attention' }, { topic: 'submissions', id }] })
  })
  runtime.doorbell.ring()
}

/** Inside of a transaction; refuses before it writes. Gives the form that it walks for. */
export async function tryRunAgain(
  store: RuntimeStore,
  { runId, person, at }: { runId: string; person: Pick<Person, 'id' | 'name'>; at: Date },
): Promise<string> {
  const run = await store.runs.get(runId)
  if (run === undefined) throw new NotFound('run')
  await refuseBeside(store, run)
  if (!(await goesOn(store, run))) throw new RunNotRetryable()
  const { submissionId } = run
  const effects = await store.effects.ofSubmission(submissionId)
  // The refusal was answered: the step sees nothing sent yet and asks again.
  for (const effect of effects.filter(({ state }) => state === 'rejected' || state === 'stopped'))
    await store.effects.amend({ effect, change: { requestedBy: { personId: person.id } } })
  await store.timeline.append({
    submissionId,
    stamps: [{ code: 'retried', params: {}, actor: byPerson(person) }],
    at,
  })
  return submissionId
}

// Also a run of which only one branch failed: the others go on meanwhile.
async function goesOn(store: RuntimeStore, run: Run): Promise<boolean> {
  const failed = run.tokens.some(({ error, retryAt }) => error !== undefined || retryAt !== undefined)
  const from = ['needs-attention', 'quarantined', ...(failed ? (['active'] as const) : [])] as const
  const tokens = run.tokens.map(({ error: _error, retryAt: _later, ...token }) => token)
  return store.runs.move({ id: run.id, from, to: 'active', tokens })
}
