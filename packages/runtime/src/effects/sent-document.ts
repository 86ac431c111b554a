import { EffectNotResolvable, NotFound } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { createEffectOf } from './document-effects.ts'
import { isRemoved } from './mark-removed.ts'

export interface SentDocument {
  create: Effect
  effects: Effect[]
  submissionId: string
}

/** Of the newest document of the form there; an update of it stands for it too. */
export async function sentDocument(store: RuntimeStore, effectId: string): Promise<SentDocument> {
  const seen = await store.effects.get(effectId)
  if (seen === undefined) throw new NotFound('document')
  const { submissionId, connectionId, target } = seen
  const nothing = new EffectNotResolvable(
    'It is not in the ledger, so there is nothing to take back: load the page again.',
  )
  if (submissionId === null || target.kind !== 'document') throw nothing
  const effects = await store.effects.ofSubmission(submissionId)
  const create = createEffectOf(effects, { connectionId, documentKind: target.documentKind })
  if (create?.state !== 'confirmed' || isRemoved(create)) throw nothing
  return { create, effects, submissionId }
}
