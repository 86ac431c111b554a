import type { Submission } from '@fieldledger/forms'
import type { Task } from '@fieldledger/workflow'
import type { Person } from '../ports/person.ts'
import type { Away } from '../ports/versions.ts'

type Decider = Pick<Person, 'id' | 'name' | 'role'>

export interface Asked {
  task: Pick<Task, 'kind' | 'assignees' | 'notBy' | 'votes' | 'handedOver'>
  submission: Pick<Submission, 'submittedBy'>
  /** Who is away now. */
  away: readonly Away[]
}

/**
 * In whose place this person may decide: their own, or that of somebody who is away. undefined = they are not asked, or
 * the place was decided from already. A rule for an absence is followed once, never from one stand-in to the next.
 */
export function seatOf(person: Decider, asked: Asked): Pick<Person, 'id' | 'name'> | undefined {
  const { notBy, votes = [], kind } = asked.task
  if (person.id === notBy || votes.some(({ by }) => by.id === person.id)) return undefined
  if (isFree(person, asked)) return { id: person.id, name: person.name }
  if (kind !== 'approval') return undefined
  const absent = asked.away.find((one) => one.standIn.id === person.id && isFree(one, asked))
  return absent === undefined ? undefined : { id: absent.id, name: absent.name }
}

/** Named, or of the role, and nobody has decided for them. */
function isFree({ id, role }: Pick<Person, 'id' | 'role'>, { task, submission }: Asked): boolean {
  const { assignees, notBy, votes = [], handedOver = [] } = task
  if (id === notBy || votes.some(({ by, insteadOf }) => by.id === id || insteadOf?.id === id)) return false
  if (handedOver.some(({ from }) => from.id === id)) return false
  return (
    assignees.people.includes(id) ||
    assignees.roles.includes(role) ||
    (assignees.submitter === true && submission.submittedBy === id)
  )
}
