import type { Submission } from '@fieldledger/forms'
import type { Task } from '@fieldledger/workflow'
import type { Person } from '../ports/person.ts'

/** Is this person among those whom the task names, and has not decided yet? */
export function mayDecide(
  person: Pick<Person, 'id' | 'role'>,
  about: { task: Pick<Task, 'assignees' | 'notBy' | 'votes'>; submission: Pick<Submission, 'submittedBy'> },
): boolean {
  const { assignees, notBy, votes = [] } = about.task
  if (person.id === notBy || votes.some(({ by }) => by.id === person.id)) return false
  return (
    assignees.people.includes(person.id) ||
    assignees.roles.includes(person.role) ||
    (assignees.submitter === true && about.submission.submittedBy === person.id)
  )
}
