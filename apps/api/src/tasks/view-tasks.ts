import type { SubmissionSummary, TaskView } from '@fieldledger/contract'
import type { Submission } from '@fieldledger/forms'
import { mayDecide } from '@fieldledger/runtime'
import type { CompanyScope, Recipients, Task, TaskDecision } from '@fieldledger/workflow'
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
  const [summaries, names] = await Promise.all([
    summarise(services, { scope, submissions }),
    services.runtime.ports.people.names({ scope, ids: tasks.flatMap(({ assignees }) => assignees.people) }),
  ])
  const summaryOf = new Map(summaries.map((summary) => [summary.id, summary]))
  const submissionOf = new Map(submissions.map((submission) => [submission.id, submission]))
  return tasks.flatMap((task) => {
    const summary = summaryOf.get(task.submissionId)
    const submission = submissionOf.get(task.submissionId)
    if (summary === undefined || submission === undefined) return []
    return [viewTask(task, { person, summary, submission, names })]
  })
}

function viewTask(
  task: Task,
  about: {
    person: CompanyPerson
    summary: SubmissionSummary
    submission: Submission
    names: ReadonlyMap<string, string>
  },
): TaskView {
  const { person, summary, submission, names } = about
  const { decision } = task
  return {
    id: task.id,
    kind: task.kind,
    title: task.title,
    state: task.state,
    noteRequired: task.noteRequired,
    assignees: task.assignees,
    assigneeNames: assigneeNames(task.assignees, { names, submitter: summary.submittedBy }),
    mine: task.state === 'open' && mayDecide(person, { task, submission }),
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

export function viewVote({ choice, note, by, at }: TaskDecision): TaskView['votes'][number] {
  return { choice, ...(note === undefined ? {} : { note }), by: by.name, at: at.toISOString() }
}

function assigneeNames(
  { roles, people, submitter }: Recipients,
  known: { names: ReadonlyMap<string, string>; submitter: string },
): string[] {
  return [
    ...people.map((id) => known.names.get(id) ?? id),
    ...(submitter === true ? [known.submitter] : []),
    ...roles.map((role) => `Any ${role}`),
  ]
}
