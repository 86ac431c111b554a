import type { Submission } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'

/** The submission, if this person may know of it; else it is missing. */
export async function visibleSubmission(
  { runtime, visibility }: Pick<Services, 'runtime' | 'visibility'>,
  { scope, person, id }: { scope: CompanyScope; person: CompanyPerson; id: string },
): Promise<Submission> {
  const [seen, submission] = await Promise.all([
    visibility.sees(scope, { person, submissionId: id }),
    runtime.ports.stores.of(scope).submissions.get(id),
  ])
  if (!seen || submission === undefined) throw new Missing()
  return submission
}
