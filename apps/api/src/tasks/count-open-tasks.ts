import { listTasks, seatOf } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'

const atOnce = 500

/** How many open tasks wait for this person, without what they are about: every page of theirs asks for it. */
export async function countOpenTasks(
  services: Services,
  { scope, person }: { scope: CompanyScope; person: CompanyPerson },
): Promise<number> {
  const { runtime } = services
  const { companyId } = scope
  const away = await runtime.ports.people.away({ scope, at: runtime.clock.now() })
  let count = 0
  let before: string | undefined
  do {
    const filter = { limit: atOnce, ...(before === undefined ? {} : { before }) }
    const tasks = await listTasks({ runtime, companyId, filter })
    // Who submitted it decides about those tasks only that ask the submitter.
    const asking = tasks.filter(({ assignees }) => assignees.submitter === true)
    const submissions = await runtime.ports.stores
      .of(scope)
      .submissions.getMany([...new Set(asking.map(({ submissionId }) => submissionId))])
    const submitters = new Map(submissions.map(({ id, submittedBy }) => [id, submittedBy]))
    count += tasks.filter((task) => {
      const submittedBy = submitters.get(task.submissionId) ?? ''
      return seatOf(person, { task, submission: { submittedBy }, away }) !== undefined
    }).length
    before = tasks.length === atOnce ? tasks.at(-1)?.id : undefined
  } while (before !== undefined)
  return count
}
