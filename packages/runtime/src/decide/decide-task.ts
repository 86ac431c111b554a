import { companyScope, type Task, type TaskDecision } from '@fieldledger/workflow'
import { DecisionRefused, NotFound, NotYourTask, TaskAlreadyDecided } from '../errors/runtime-errors.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { isSettledBy, stampVote } from './count-votes.ts'
import { seatOf } from './seat-of.ts'

export interface DecideTask extends PersonalUseCase {
  taskId: string
  choice: TaskDecision['choice']
  note?: string
}

/** A person decides; as soon as that settles the task, the run becomes due in the same transaction. */
export async function decideTask(input: DecideTask): Promise<{ task: Task }> {
  const { runtime, person } = input
  const scope = companyScope(input.companyId)
  const decided = await runtime.ports.stores.transact(scope, async (store) => {
    const task = await store.tasks.get(input.taskId)
    if (task === undefined) throw new NotFound('task')
    const submission = await store.submissions.get(task.submissionId)
    if (submission === undefined) throw new NotFound('task')
    if (task.votes?.some(({ by }) => by.id === person.id)) throw new TaskAlreadyDecided()
    const at = runtime.clock.now()
    const seat = seatOf(person, { task, submission, away: await runtime.ports.people.away({ scope, at }) })
    if (seat === undefined) throw new NotYourTask()
    if (task.state !== 'open') throw new TaskAlreadyDecided()
    refuseUnfitting(task, input)
    if (task.kind === 'edit-form' && submission.status === 'draft')
      throw new DecisionRefused('A draft is completed by submitting it: open it, fill it in, then submit.')
    const decision: TaskDecision = {
      choice: input.choice,
      ...(input.note === undefined ? {} : { note: input.note }),
      by: { id: person.id, name: person.name },
      ...(seat.id === person.id ? {} : { insteadOf: seat }),
      at,
    }
    const settles = isSettledBy(task, decision)
    if (!(await store.tasks.decide({ task, decision, settles }))) throw new TaskAlreadyDecided()
    await stampVote(store, { task, decision })
    if (settles) await store.runs.wake(task.submissionId)
    // What this task covered is held by tasks of its own from now on.
    if (task.kind === 'proposed-vendor') await store.effects.wake({ held: true })
    failpoint('decide.in-transaction')
    await store.outbox.post({
      work: true,
      hints: [
        { topic: 'tasks', id: task.id },
        { topic: 'submissions', id: task.submissionId },
      ],
    })
    const votes = [...(task.votes ?? []), decision]
    return settles ? { ...task, votes, state: 'done' as const, decision } : { ...task, votes }
  })
  failpoint('decide.after-commit')
  runtime.doorbell.ring()
  return { task: decided }
}

function refuseUnfitting(task: Task, { choice, note }: DecideTask): void {
  const fitting: Record<Task['kind'], readonly TaskDecision['choice'][]> = {
    approval: ['approve', 'reject'],
    'edit-form': ['done'],
    held: [],
    unknown: [],
    'proposed-vendor': ['done'],
  }
  if (!fitting[task.kind].includes(choice))
    throw new DecisionRefused('This task is not decided that way: use the buttons that it shows.')
  if (choice === 'reject' && task.noteRequired && (note ?? '').trim() === '')
    throw new DecisionRefused('Say why you reject it: write a note, then reject.')
}
