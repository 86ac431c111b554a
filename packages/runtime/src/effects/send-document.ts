import { companyScope, type FieldMapping, type UnlinkedItems } from '@fieldledger/workflow'
import { sendingRequest } from '../documents/sending-request.ts'
import {
  EffectNotResolvable,
  NoConnection,
  StaleSubmission,
  StatusForbids,
} from '../errors/runtime-errors.ts'
import { refuseSplit } from '../links/refuse-split.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { isSettled, isUndo, laterEffectsOf } from './document-effects.ts'
import { holdStill } from './hold-still.ts'
import { planSend } from './plan-send.ts'
import { readBackAgain } from './read-back-again.ts'

export interface SendDocument extends PersonalUseCase {
  submissionId: string
  connectionId: string
  /** Default: the mapping of the form's newest workflow version for this connection. */
  mapping?: FieldMapping
  unlinkedItems?: UnlinkedItems
}

/** "Send to …" by hand: meets the same effect as every other way of sending, so it never makes a second document. */
export async function sendDocument(input: SendDocument): Promise<{ effectId: string }> {
  const { runtime, companyId, person, ...place } = input
  const scope = companyScope(companyId)
  const { connection, request } = await sendingRequest({ runtime, scope, ...place })
  if (connection.state !== 'active') throw new NoConnection()
  const effectId = await runtime.ports.stores.transact(scope, async (store) => {
    const submission = await store.submissions.get(input.submissionId)
    if (submission === undefined) throw new StaleSubmission()
    await refuseSplit(store, { submission, what: 'send' })
    if (submission.status !== 'approved') throw new StatusForbids({ what: 'sent', status: submission.status })
    await holdStill(store, submission)
    const id = await planSend(store, { runtime, submission, request, requestedBy: { personId: person.id } })
    if (id === undefined) throw new StaleSubmission()
    const effect = await store.effects.get(id)
    const number = effect?.confirmation?.number ?? ''
    if (effect?.state === 'confirmed') {
      if (await isBeingTakenBack(store, effect)) throw new EffectNotResolvable(takenBack)
      await readBackAgain(store, { create: effect, person })
      await store.timeline.append({
        submissionId: submission.id,
        stamps: [
          {
            code: 'checked-again',
            params: { provider: connection.providerLabel, number },
            actor: byPerson(person),
          },
        ],
        at: runtime.clock.now(),
      })
    }
    await store.outbox.post({ work: true, hints: [{ topic: 'submissions', id: submission.id }] })
    return id
  })
  runtime.doorbell.ring()
  return { effectId }
}

const takenBack =
  'The send of it is being taken back just now: wait until the document is gone there, then send the form again.'

async function isBeingTakenBack(store: RuntimeStore, create: Effect): Promise<boolean> {
  const { submissionId } = create
  if (submissionId === null) return false
  const later = laterEffectsOf(await store.effects.ofSubmission(submissionId), create)
  return later.some((effect) => isUndo(effect) && !isSettled(effect))
}
