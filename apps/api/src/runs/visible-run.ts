import type { Run } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { visibleSubmission } from '../submissions/visible-submission.ts'

/** The run, if this person may know of the form that it walks; else it is missing. */
export async function visibleRun(
  services: Services,
  at: { scope: CompanyScope; person: CompanyPerson; id: string },
): Promise<Run> {
  const run = await services.runtime.ports.stores.of(at.scope).runs.get(at.id)
  if (run === undefined) throw new Missing()
  await visibleSubmission(services, { ...at, id: run.submissionId })
  return run
}
