import type { DocumentKind } from '@fieldledger/accounting'
import type { SendRequest } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import { requestHash } from './content-hash.ts'

/** Which document of a submission this is about. */
export interface DocumentPlace {
  connectionId: string
  documentKind: DocumentKind
}

/** The create effect of the newest generation. */
export function createEffectOf(effects: readonly Effect[], place: DocumentPlace): Effect | undefined {
  return effects
    .filter((effect) => effect.operation === 'create' && isDocument(effect, place))
    .sort((left, right) => generationOf(right) - generationOf(left))[0]
}

/** Updates and cancels of a document, oldest first. */
export function laterEffectsOf(effects: readonly Effect[], create: Pick<Effect, 'id'>): Effect[] {
  return effects.filter(({ operation, dependsOn }) => operation !== 'create' && dependsOn[0] === create.id)
}

export function updateFor(
  effects: readonly Effect[],
  which: { create: Pick<Effect, 'id'>; revision: number },
): Effect | undefined {
  return laterEffectsOf(effects, which.create).find(
    ({ operation, revision }) => operation === 'update' && revision === which.revision,
  )
}

/** Does this effect carry these values, drafted by this mapping? */
export function covers(
  carried: { revision: number; requestHash: string },
  wanted: { revision: number; request: Partial<Pick<SendRequest, 'mapping' | 'unlinkedItems'>> },
): boolean {
  const { mapping, unlinkedItems } = wanted.request
  return (
    carried.revision === wanted.revision &&
    (mapping === undefined ||
      unlinkedItems === undefined ||
      carried.requestHash === requestHash({ mapping, unlinkedItems }))
  )
}

/** Nothing of it can be in the ledger: it was never on its way. */
export function neverSent(effect: Pick<Effect, 'sends'>): boolean {
  return effect.sends === 0
}

/** Nothing more happens to it without a person or a new revision. */
export function isSettled({ state, confirmation }: Pick<Effect, 'state' | 'confirmation'>): boolean {
  if (state === 'confirmed') return confirmation?.verified !== 'pending'
  return state === 'rejected' || state === 'stopped' || state === 'superseded'
}

/**
 * What leaves after it waits for it: it may be there already; what is billed there takes no change before it is open; and
 * what is asked for after a send was taken back is another document.
 */
export function goesFirst(
  effect: Pick<Effect, 'state' | 'confirmation' | 'sends' | 'operation' | 'target'>,
): boolean {
  return !isSettled(effect) && (!neverSent(effect) || effect.operation === 'mark' || isUndo(effect))
}

function isDocument(effect: Effect, place: DocumentPlace): boolean {
  return (
    effect.target.kind === 'document' &&
    effect.target.documentKind === place.documentKind &&
    effect.connectionId === place.connectionId
  )
}

/** A person took the send back and the ledger confirmed it: nothing of it is there. */
export function wasUndone({ state, confirmation }: Pick<Effect, 'state' | 'confirmation'>): boolean {
  return state === 'superseded' && confirmation?.document?.status === 'removed'
}

export function generationOf({ target }: Pick<Effect, 'target'>): number {
  return target.kind === 'document' ? target.generation : 0
}

/** A person takes the send back: the document is deleted, a closed one too. */
export function isUndo({ target }: Pick<Effect, 'target'>): boolean {
  return target.kind === 'document' && target.undo === true
}

/** Taken back, or deleted by choice: closing it is not enough. */
export function isToBeDeleted(effect: Pick<Effect, 'target'>): boolean {
  return isUndo(effect) || (effect.target.kind === 'document' && effect.target.deleted === true)
}

/** It is there, and reading it back stopped the worker each time. */
export function isNotReadBack({ state, waitingFor }: Pick<Effect, 'state' | 'waitingFor'>): boolean {
  return state === 'confirmed' && waitingFor === 'person'
}
