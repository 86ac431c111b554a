import type { Effect } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { visibleSubmission } from './visible-submission.ts'

/** A document in a ledger is known to whoever may know of its form. */
export async function visibleEffect(
  services: Services,
  at: { scope: CompanyScope; person: CompanyPerson; id: string },
): Promise<Effect> {
  const effect = await services.runtime.ports.stores.of(at.scope).effects.get(at.id)
  if (effect === undefined) throw new Missing()
  // A vendor that no form asked for is seen by whoever may resolve it.
  if (effect.submissionId !== null) await visibleSubmission(services, { ...at, id: effect.submissionId })
  return effect
}
