import type { BulkDecision, BulkDecisionResult } from '@fieldledger/contract'
import { decideTask } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { problemOf } from '../problem.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { visibleTask } from './visible-task.ts'

type Decision = BulkDecision['decisions'][number]
type Result = BulkDecisionResult['results'][number]

interface By {
  scope: CompanyScope
  person: CompanyPerson
}

/** One after the other, each by itself: what is refused says why, and holds up no other. */
export async function decideMany(
  services: Services,
  { decisions, ...by }: By & { decisions: readonly Decision[] },
): Promise<Result[]> {
  const results: Result[] = []
  for (const decision of decisions) results.push(await decideOne(services, { ...by, decision }))
  return results
}

async function decideOne(
  services: Services,
  { scope, person, decision }: By & { decision: Decision },
): Promise<Result> {
  const { task, ...said } = decision
  const { runtime } = services
  try {
    await visibleTask(services, { scope, person, id: task })
    if (!(await saidBefore(services, { scope, person, decision })))
      await decideTask({ runtime, companyId: scope.companyId, person, taskId: task, ...said })
    return { task, outcome: 'done' }
  } catch (error) {
    const { known, details } = problemOf(error)
    if (!known) throw error
    return { task, outcome: 'refused', code: details.code, message: details.detail }
  }
}

// The answer of the first time was lost, or the button was pressed twice.
async function saidBefore(
  { runtime }: Services,
  { scope, person, decision }: By & { decision: Decision },
): Promise<boolean> {
  const task = await runtime.ports.stores.of(scope).tasks.get(decision.task)
  return task?.votes?.some(({ by, choice }) => by.id === person.id && choice === decision.choice) === true
}
