import type { SendRequest } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import { covers, createEffectOf, isSettled, neverSent, updateFor, wasUndone } from './document-effects.ts'

/** What a send would do now. `skip`: the ledger has it with these values; `under-way`: nothing is sent a second time. */
export type ForeseenSend =
  | { does: 'send' }
  | { does: 'skip' | 'update' | 'under-way'; number: string }
  | { does: 'stopped' }

/** As planSend will decide inside its transaction, for the dialog that asks before. */
export function foreseeSend(question: {
  effects: readonly Effect[]
  request: SendRequest
  /** The submission's present revision. */
  revision: number
}): ForeseenSend {
  const { effects, request, revision } = question
  const create = createEffectOf(effects, request)
  if (create === undefined || wasUndone(create)) return { does: 'send' }
  const number = create.confirmation?.number ?? ''
  const wanted = { revision, request }
  if (create.confirmation !== undefined && covers(create.confirmation, wanted))
    return { does: 'skip', number }
  switch (create.state) {
    case 'confirmed': {
      const update = updateFor(effects, { create, revision })
      const leaves = update !== undefined && !isSettled(update) && covers(update, wanted)
      return { does: leaves ? 'under-way' : 'update', number }
    }
    case 'planned':
    case 'rejected':
      return { does: 'send' }
    case 'stopped':
      return neverSent(create) ? { does: 'send' } : { does: 'stopped' }
    default:
      return { does: 'under-way', number }
  }
}
