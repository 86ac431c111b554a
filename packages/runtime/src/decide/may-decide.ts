import type { Submission } from '@fieldledger/forms'
import type { Task } from '@fieldledger/workflow'
import type { Person } from '../ports/person.ts'

/** Is this person among those whom the task names? */
export function mayDecide(
  person: Pick<Person, 'id' | 'role'>,
  about: { task: Pick<Task, 'assignees' | 'notBy'>; submission: Pick<Submission, 'submittedBy'> },
): boolean {
  const { assignees, notBy } = about.task
  if (person.id === notBy) return false
  return (
    assignees.people.includes(person.id) ||
    assignees.roles.includes(person.role) ||
    (assignees.submitter === true && about.submission.submittedBy === person.id)
  )
}
