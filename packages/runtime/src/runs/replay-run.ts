import { companyScope, firstTokenId } from '@fieldledger/workflow'
import { NotFound, ReplayRefused } from '../errors/runtime-errors.ts'
import type { Run } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { endRun } from './end-run.ts'
import { type ReplayPlace, refuseUnapproved, replayedVersion, startOf } from './replay-plan.ts'
import { unfinished } from './unfinished.ts'

export type ReplayRun = ReplayPlace & PersonalUseCase

/**
 * A new run of the same form from this step on. What it sends meets the same effects as before, so that a document
 * which is there already is left as it is, or updated.
 */
export async function replayRun(input: ReplayRun): Promise<{ runId: string }> {
  const { runtime, person } = input
  const scope = companyScope(input.companyId)
  const runId = await runtime.ports.stores.transact(scope, async (store) => {
    const run = await store.runs.get(input.runId)
    if (run === undefined) throw new NotFound('run')
    const submission = await store.submissions.get(run.submissionId)
    if (submission === undefined) throw new NotFound('form')
    if (submission.status === 'cancelled')
      throw new ReplayRefused('This form is cancelled, so nothing is replayed: submit a new one.')
    const { workflow } = await replayedVersion(input, { scope, run })
    const stepId = startOf(input, { run, workflow })
    refuseUnapproved(runtime, { submission, graph: workflow.graph, stepId })
    await stopOthers(store, run)
    const replay = again(input, { run, stepId, version: workflow.version, revision: submission.revision })
    await store.runs.insert(replay)
    await store.submissions.change({ id: submission.id, change: { runId: replay.id } })
    await store.timeline.append({
      submissionId: submission.id,
      stamps: [
        {
          code: 'replayed',
          params: { step: workflow.graph.steps[stepId]?.name ?? '', version: workflow.version },
          actor: byPerson(person),
        },
      ],
      at: runtime.clock.now(),
    })
    await store.outbox.post({
      work: true,
      hints: [{ topic: 'attention' }, { topic: 'tasks' }, { topic: 'submissions', id: submission.id }],
    })
    return replay.id
  })
  runtime.doorbell.ring()
  return { runId }
}

/** One run of a workflow walks a form at a time. */
async function stopOthers(store: RuntimeStore, { submissionId, workflowId }: Run): Promise<void> {
  for (const other of await store.runs.allActiveOf(submissionId)) {
    if (other.workflowId === workflowId) await endRun(store, { run: other, from: unfinished })
  }
}

function again(
  { runtime }: ReplayRun,
  from: { run: Run; stepId: string; version: number; revision: number },
): Run {
  const { run, stepId, version, revision } = from
  const { id: _id, error: _error, endedAt: _ended, claimedAt: _claimed, approvalStands, ...kept } = run
  const now = runtime.clock.now()
  return {
    ...kept,
    id: runtime.newId(),
    workflowVersion: version,
    revision,
    // What stood for that revision says nothing about a later one.
    ...(approvalStands === undefined || run.revision !== revision ? {} : { approvalStands }),
    replayOf: run.id,
    state: 'active',
    tokens: [{ id: firstTokenId, stepId, visit: 1, since: now }],
    visits: { [stepId]: 1 },
    dueAt: now,
    wakes: 0,
    epoch: 0,
    attempts: 0,
    startedAt: now,
  }
}
