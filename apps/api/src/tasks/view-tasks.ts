import type { SubmissionSummary, TaskView } from '@fieldledger/contract'
import type { Submission } from '@fieldledger/forms'
import { type Away, seatOf } from '@fieldledger/runtime'
import { type CompanyScope, deciderName, type Task, type TaskDecision } from '@fieldledger/workflow'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { summarise } from '../submissions/summarise.ts'

interface Viewed {
  scope: CompanyScope
  person: CompanyPerson
  tasks: readonly Task[]
}

/** Tasks with the submissions they are about; a task without one is left out. */
export async function viewTasks(services: Services, viewed: Viewed): Promise<TaskView[]> {
  const { scope, person, tasks } = viewed
  const store = services.runtime.ports.stores.of(scope)
  const submissions = await store.submissions.getMany([...new Set(tasks.map((task) => task.submissionId))])
  const [summaries, names, away] = await Promise.all([
    summarise(services, { scope, submissions }),
    services.runtime.ports.people.names({ scope, ids: tasks.flatMap(({ assignees }) => assignees.people) }),
    services.runtime.ports.people.away({ scope, at: services.runtime.clock.now() }),
  ])
  const summaryOf = new Map(summaries.map((summary) => [summary.id, summary]))
  const submissionOf = new Map(submissions.map((submission) => [submission.id, submission]))
  return tasks.flatMap((task) => {
    const summary = summaryOf.get(task.submissionId)
    const submission = submissionOf.get(task.submissionId)
    if (summary === undefined || submission === undefined) return []
    return [viewTask(task, { person, summary, submission, names, away })]
  })
}

function viewTask(
  task: Task,
  about: {
    person: CompanyPerson
    summary: SubmissionSummary
    submission: Submission
    names: ReadonlyMap<string, string>
    away: readonly Away[]
  },
): TaskView {
  const { person, summary, submission, names, away } = about
  const seat = task.state === 'open' ? seatOf(person, { task, submission, away }) : undefined
  const { decision } = task
  return {
    id: task.id,
    kind: task.kind,
    title: task.title,
    state: task.state,
    noteRequired: task.noteRequired,
    assignees: task.assignees,
    assigneeNames: assigneeNames(task, { names, away, submitter: summary.submittedBy }),
    mine: seat !== undefined,
    ...(seat === undefined || seat.id === person.id ? {} : { insteadOf: seat.name }),
    ...(task.effectId === undefined ? {} : { effectId: task.effectId }),
    ...(task.vendorId === undefined ? {} : { vendorId: task.vendorId }),
    problems: task.problems ?? [],
    ...(task.cure === undefined ? {} : { cure: task.cure }),
    ...(decision === undefined ? {} : { decision: viewVote(decision) }),
    wanted: task.among ?? task.wanted ?? 1,
    votes: (task.votes ?? []).map(viewVote),
    openedAt: task.openedAt.toISOString(),
    submission: summary,
  }
}

export function viewVote({ choice, note, at, ...who }: TaskDecision): TaskView['votes'][number] {
  return { choice, ...(note === undefined ? {} : { note }), by: deciderName(who), at: at.toISOString() }
}

function assigneeNames(
  { kind, assignees: { roles, people, submitter } }: Task,
  known: { names: ReadonlyMap<string, string>; away: readonly Away[]; submitter: string },
): string[] {
  const standIns = new Map(known.away.map(({ id, standIn }) => [id, standIn.name]))
  const named = (id: string) => {
    const [name, standIn] = [known.names.get(id) ?? id, standIns.get(id)]
    return standIn === undefined || kind !== 'approval' ? name : `${name} (away, ${standIn} stands in)`
  }
  return [
    ...people.map(named),
    ...(submitter === true ? [known.submitter] : []),
    ...roles.map((role) => `Any ${role}`),
  ]
}
