import type { TaskView } from '@fieldledger/contract'
import { votesBeside } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { viewTasks, viewVote } from './view-tasks.ts'

/** A task is seen by whoever sees its submission, is asked, or has decided it. */
export async function visibleTask(
  services: Services,
  { scope, person, id }: { scope: CompanyScope; person: CompanyPerson; id: string },
): Promise<TaskView> {
  const store = services.runtime.ports.stores.of(scope)
  const task = await store.tasks.get(id)
  if (task === undefined) throw new Missing()
  const seen = await services.visibility.sees(scope, { person, submissionId: task.submissionId })
  const [view] = await viewTasks(services, { scope, person, tasks: [task] })
  const decided = task.votes?.some(({ by }) => by.id === person.id) === true
  if (view === undefined || !(seen || view.mine || decided)) throw new Missing()
  if (task.among === undefined) return view
  const beside = await votesBeside(store, task)
  return { ...view, votes: [...beside.map(viewVote), ...view.votes] }
}
