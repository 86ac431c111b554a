import { companyScope } from '@fieldledger/workflow'
import { tryHeldAgain } from '../effects/retry-held.ts'
import { DecisionRefused, NotFound } from '../errors/runtime-errors.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'

export interface SayDifferent extends PersonalUseCase {
  submissionId: string
  twinId: string
  reason: string
}

/** "Not a duplicate": from now on neither of both holds the other one, and what was held for it goes on. */
export async function sayDifferent(input: SayDifferent): Promise<void> {
  const { runtime, submissionId, twinId, person } = input
  const scope = companyScope(input.companyId)
  const reason = input.reason.trim()
  if (reason === '') throw new DecisionRefused('Say why it is not a duplicate: write a reason, then save.')
  if (submissionId === twinId)
    throw new DecisionRefused('A form is no duplicate of itself: choose the other one, then save.')
  const at = runtime.clock.now()
  await runtime.ports.stores.transact(scope, async (store) => {
    const [own, twin] = [await store.submissions.get(submissionId), await store.submissions.get(twinId)]
    if (own === undefined || twin === undefined || store.transaction === undefined) throw new NotFound('form')
    const by = { id: person.id, name: person.name }
    const said = { submissionIds: [submissionId, twinId], reason, by, at } as const
    await runtime.ports.lookups.papers.sayDifferent({ scope, said, transaction: store.transaction })
    await store.timeline.append({
      submissionId,
      stamps: [
        {
          code: 'not-a-duplicate',
          params: { number: twin.number ?? twin.formName, reason },
          actor: byPerson(person),
          once: `not-a-duplicate:${twinId}`,
        },
      ],
      at,
    })
    await tryHeldAgain(store, { submissionId, person, at })
    await store.outbox.post({
      work: true,
      hints: [{ topic: 'tasks' }, { topic: 'attention' }, { topic: 'submissions', id: submissionId }],
    })
  })
  runtime.doorbell.ring()
}
