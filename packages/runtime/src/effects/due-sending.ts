import type { SendingEvent } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import { neverSent, updateFor } from './document-effects.ts'

/** Which event of "What is sent" this approval is for one document; undefined = nothing is to be done by itself. */
export function dueSending(of: {
  create: Effect | undefined
  effects: readonly Effect[]
  revision: number
}): SendingEvent | undefined {
  const { create, effects, revision } = of
  if (create === undefined) return 'approved'
  // A step, a person or this same event before has asked for these values already; or a person stopped it.
  if (create.state === 'stopped' || create.revision >= revision) return undefined
  if (updateFor(effects, { create, revision }) !== undefined) return undefined
  const isNotThere = create.state === 'rejected' || (create.state === 'planned' && neverSent(create))
  return isNotThere ? 'approved' : 'changed'
}
