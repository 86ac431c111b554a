import type { Submission } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import { linkParams, noteOnOrder } from '../links/note-on-order.ts'
import type { Person } from '../ports/person.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import { loadForm } from '../values/form-versions.ts'
import { giveNumber } from './give-number.ts'
import { yearIn } from './year-in.ts'

interface AcceptDraft {
  runtime: Runtime
  scope: CompanyScope
  draft: Submission
  person: Person
}

/** What a draft becomes when somebody submits it: theirs, of this moment, with a number. */
export async function acceptDraft(
  accepted: AcceptDraft & { projectId: string | undefined },
): Promise<Pick<Submission, 'number' | 'submittedBy' | 'submittedAt'>> {
  const { runtime, scope, draft, person, projectId } = accepted
  const { formId, formVersion: version } = draft
  const { content } = await loadForm({ runtime, scope, formId, version })
  const { timeZone } = await runtime.ports.people.company({ scope })
  const submittedAt = runtime.clock.now()
  const number = await giveNumber({
    runtime,
    scope,
    formId,
    pattern: content.numbering,
    year: yearIn({ timeZone, at: submittedAt }),
    projectId,
  })
  return { number, submittedBy: person.id, submittedAt }
}

/** From now on the order counts it. */
export async function noteAccepted(
  store: RuntimeStore,
  { submission, person }: { submission: Submission; person: Person },
): Promise<void> {
  const { madeFrom: orderId, submittedAt: at } = submission
  if (orderId === undefined) return
  const stamp = { code: 'form-made' as const, params: linkParams(submission), actor: byPerson(person) }
  await noteOnOrder(store, { orderId, stamp, at })
}
