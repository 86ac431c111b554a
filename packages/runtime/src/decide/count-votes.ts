import { deciderName, type Task, type TaskDecision } from '@fieldledger/workflow'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'

/** One rejection settles it; approvals do when there are as many as wanted. */
export function isSettledBy(
  { wanted = 1, votes = [] }: Pick<Task, 'wanted' | 'votes'>,
  { choice }: Pick<TaskDecision, 'choice'>,
): boolean {
  return choice !== 'approve' || approvalsAmong(votes) + 1 >= wanted
}

/** Where several must approve, each approval stands in the timeline; the run stamps what came of them. */
export async function stampVote(
  store: RuntimeStore,
  { task, decision }: { task: Task; decision: TaskDecision },
): Promise<void> {
  const { wanted = 1, among = 1, submissionId, votes = [] } = task
  if (decision.choice !== 'approve' || wanted * among === 1) return
  const before = among > 1 ? await approvedBeside(store, task) : approvalsAmong(votes)
  await store.timeline.append({
    submissionId,
    stamps: [
      {
        code: 'approval-given',
        params: {
          by: deciderName(decision),
          given: before + 1,
          wanted: among > 1 ? among : wanted,
          note: decision.note ?? '',
        },
        actor: byPerson(decision.by),
      },
    ],
    at: decision.at,
  })
}

/** What was decided in the other tasks of the same visit. */
export async function votesBeside(
  store: Pick<RuntimeStore, 'tasks'>,
  { id, runId, stepId, visit }: Pick<Task, 'id' | 'runId' | 'stepId' | 'visit'>,
): Promise<TaskDecision[]> {
  if (runId === undefined) return []
  const asked = await store.tasks.list({ runId, kinds: ['approval'], states: ['done'] })
  return asked
    .filter((other) => other.id !== id && other.stepId === stepId && other.visit === visit)
    .flatMap(({ decision }) => decision ?? [])
}

async function approvedBeside(store: RuntimeStore, task: Task): Promise<number> {
  return approvalsAmong(await votesBeside(store, task))
}

function approvalsAmong(votes: readonly TaskDecision[]): number {
  return votes.filter(({ choice }) => choice === 'approve').length
}
