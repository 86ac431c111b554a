import type { DecisionPage } from '@fieldledger/contract'
import { seatOf } from '@fieldledger/runtime'
import { type CompanyScope, companyScope, type Task } from '@fieldledger/workflow'
import { Unfitting } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'
import { viewSubmission } from '../submissions/view-submission.ts'

export interface OpenedLink {
  scope: CompanyScope
  person: CompanyPerson
  task: Task
}

/** The task and the person that a link from a mail names, if that person still works here and may decide. */
export async function openDecisionLink(services: Services, token: string): Promise<OpenedLink> {
  const link = await services.decisionLinks.open(token)
  if (link === undefined) throw linkOver()
  const scope = companyScope(link.companyId)
  const member = (await services.memberships.members(scope)).find(({ userId }) => userId === link.personId)
  const task = await services.runtime.ports.stores.of(scope).tasks.get(link.taskId)
  if (member === undefined || !member.active || task === undefined) throw linkOver()
  const { userId: id, name, email, role, projectIds } = member
  const person = { id, name, email, role, projectIds }
  if (!personMayDo(person, 'task.decide')) throw linkOver()
  return { scope, person, task }
}

/** What is to be decided, or what was decided and by whom. Whoever is not asked any more sees nothing of the form. */
export async function viewDecision(services: Services, opened: OpenedLink): Promise<DecisionPage> {
  const { scope, person, task } = opened
  const store = services.runtime.ports.stores.of(scope)
  const [submission, company, away] = await Promise.all([
    store.submissions.get(task.submissionId),
    services.companies.find(scope),
    services.runtime.ports.people.away({ scope, at: new Date() }),
  ])
  if (submission === undefined || company === undefined) throw linkOver()
  const { wanted = 1, votes = [] } = task
  const own = votes.find(({ by }) => by.id === person.id)
  const asked = own !== undefined || seatOf(person, { task, submission, away }) !== undefined
  if (task.state === 'open' && !asked) throw linkOver()
  const { number, formName, content, values, names, totals, submittedBy, submittedAt } = await viewSubmission(
    services,
    { scope, person, submission },
  )
  const decision = task.decision ?? own
  return {
    title: task.title,
    state: task.state,
    noteRequired: task.noteRequired,
    company: company.name,
    timeZone: company.timeZone,
    person: person.name,
    ...(decision === undefined
      ? {}
      : { decided: { choice: decision.choice, by: decision.by.name, at: decision.at.toISOString() } }),
    wanted,
    approved: votes.filter(({ choice }) => choice === 'approve').length,
    form: { number, formName, content, values, names, total: totals.total, submittedBy, submittedAt },
  }
}

function linkOver(): Unfitting {
  return new Unfitting({
    code: 'link-over',
    status: 409,
    message: 'This link has run out or is not for you any more: sign in and look under Tasks.',
  })
}
