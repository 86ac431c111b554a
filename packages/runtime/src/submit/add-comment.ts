import { documentCapability } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { readBackAgain } from '../effects/read-back-again.ts'
import { DecisionRefused, NotFound } from '../errors/runtime-errors.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'

export interface AddComment extends PersonalUseCase {
  submissionId: string
  text: string
}

/** A comment stands in the timeline, and goes after a document that is in a ledger which keeps notes beside it. */
export async function addComment(input: AddComment): Promise<void> {
  const { runtime, submissionId, person } = input
  const scope = companyScope(input.companyId)
  const text = input.text.trim()
  if (text === '') throw new DecisionRefused('Write what you want to say, then add the comment.')
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const keepsComments = (connectionId: string, kind: Parameters<typeof documentCapability>[1]) => {
    const connection = connections.find(({ id }) => id === connectionId)
    return (
      connection !== undefined && documentCapability(connection.capabilities, kind)?.commentsBeside === true
    )
  }
  await runtime.ports.stores.transact(scope, async (store) => {
    if ((await store.submissions.get(submissionId)) === undefined) throw new NotFound('form')
    const stamps = [{ code: 'commented' as const, params: { text }, actor: byPerson(person) }]
    await store.timeline.append({ submissionId, stamps, at: runtime.clock.now() })
    const there = (await store.effects.ofSubmission(submissionId)).filter(
      ({ operation, state, target, connectionId }) =>
        operation === 'create' &&
        state === 'confirmed' &&
        target.kind === 'document' &&
        keepsComments(connectionId, target.documentKind),
    )
    for (const create of there) await readBackAgain(store, { create, person })
    await store.outbox.post({ work: there.length > 0, hints: [{ topic: 'submissions', id: submissionId }] })
  })
  runtime.doorbell.ring()
}
