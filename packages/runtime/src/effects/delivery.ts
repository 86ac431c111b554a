import type { Delivery, SendRequest } from '@fieldledger/workflow'
import type { Effect, Requester } from '../ports/effect-store.ts'
import { covers, createEffectOf, type DocumentPlace, updateFor } from './document-effects.ts'

export interface DeliveryQuestion {
  effects: readonly Effect[]
  request: DocumentPlace & Partial<Pick<SendRequest, 'mapping' | 'unlinkedItems'>>
  /** The submission's present revision. */
  revision: number
  /** Which visit asks. */
  here: Requester
}

/** Where the sending of this revision stands, as a step sees it. */
export function deliveryOf(question: DeliveryQuestion): Delivery {
  const create = createEffectOf(question.effects, question.request)
  if (create === undefined) return { state: 'none' }
  if (create.confirmation !== undefined && covers(create.confirmation, question))
    return arrived(create, question)
  if (create.state === 'confirmed') return ofUpdate(create, question)
  if (create.state === 'stopped')
    return create.sends > 0 || asked(create, question.here) ? { state: 'stopped' } : { state: 'none' }
  if (create.state === 'planned' && create.waitingFor === 'revision') return { state: 'none' }
  if (!covers(create, question))
    return create.state === 'planned' || create.state === 'rejected'
      ? { state: 'none' }
      : ofUpdate(create, question)
  return create.state === 'rejected' ? refused(create, question) : { state: 'under-way' }
}

function arrived(create: Effect, question: DeliveryQuestion): Delivery {
  const { confirmation } = create
  if (confirmation === undefined || confirmation.verified === 'pending') return { state: 'under-way' }
  const update = updateFor(question.effects, { create, revision: question.revision })
  const by = update?.state === 'confirmed' ? update : create
  return {
    state: 'arrived',
    number: confirmation.number ?? '',
    ...(confirmation.url === undefined ? {} : { url: confirmation.url }),
    changed: asked(by, question.here) && by.confirmation?.unchanged !== true,
  }
}

function ofUpdate(create: Effect, question: DeliveryQuestion): Delivery {
  const update = updateFor(question.effects, { create, revision: question.revision })
  if (update === undefined || !covers(update, question)) return { state: 'none' }
  switch (update.state) {
    case 'rejected':
      return refused(update, question)
    case 'stopped':
      return asked(update, question.here) ? { state: 'stopped' } : { state: 'none' }
    case 'superseded':
      return { state: 'none' }
    case 'planned':
      return update.waitingFor === 'revision' ? { state: 'none' } : { state: 'under-way' }
    default:
      return { state: 'under-way' }
  }
}

// A refusal that another visit met is no answer to this one: it is sent again.
function refused(effect: Effect, question: DeliveryQuestion): Delivery {
  if (!asked(effect, question.here)) return { state: 'none' }
  return {
    state: 'refused',
    code: effect.error?.code ?? 'document-rejected',
    message: effect.error?.message ?? 'The ledger refused the document: look into the Integration Log.',
    retryable: effect.error?.retryable ?? false,
  }
}

function asked({ requestedBy }: Pick<Effect, 'requestedBy'>, here: Requester): boolean {
  return (
    requestedBy.runId === here.runId &&
    requestedBy.stepId === here.stepId &&
    requestedBy.visit === here.visit &&
    requestedBy.personId === here.personId
  )
}
