import type { DocumentDraft, Problem } from '@fieldledger/workflow'
import type { Effect, EffectChange } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { troubleOf } from '../reads/ledger-state.ts'
import { isSettled } from './document-effects.ts'
import { recordKey } from './effect-key.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { unsentEffect } from './unsent-effect.ts'

type NewItems = DocumentDraft['newItems']

/** Items that the document needs first: effects of their own, one for each name in that ledger; the document waits. */
export async function planItems(work: EffectWork, newItems: NewItems): Promise<void> {
  const store = work.runtime.ports.stores.of(work.scope)
  const refused: Problem[] = []
  for (const { item, materialId } of newItems) {
    const effect = await store.effects.byKey(keyOf(work, item.name))
    if (effect === undefined || !isSettled(effect)) continue
    const usable = effect.state === 'confirmed' && (await linkAgain(work, { effect, materialId }))
    if (!usable) refused.push(refusal(effect, { name: item.name, materialId }))
  }
  if (refused.length > 0) return holdEffect(work, { problems: refused })
  await settle(work, { change: (inside) => dependOnItems(inside, { work, newItems }) })
  work.runtime.doorbell.ring()
}

async function dependOnItems(
  store: RuntimeStore,
  { work, newItems }: { work: EffectWork; newItems: NewItems },
): Promise<EffectChange> {
  const { operation, dependsOn: before } = work.effect
  // What is changed stays first: a change without its document would be taken for one of the item.
  const changed = operation === 'create' ? [] : before.slice(0, 1)
  const items: string[] = []
  for (const newItem of newItems) {
    const known = await store.effects.byKey(keyOf(work, newItem.item.name))
    const effect = known ?? newItemEffect(work, newItem)
    if (known === undefined) await store.effects.insert(effect)
    // Touched, so that its settling and this waiting cannot pass each other unseen.
    else if (!isSettled(known)) await store.effects.wake({ ids: [known.id] })
    if (known === undefined || !isSettled(known)) items.push(effect.id)
  }
  return items.length === 0
    ? { problems: [], due: 'at-once' }
    : { waitingFor: 'effect', dependsOn: [...changed, ...items], problems: [], due: 'never' }
}

// An item that was made for another material, since archived or unlinked. false = that one is linked with it still.
async function linkAgain(
  work: EffectWork,
  { effect, materialId }: { effect: Effect; materialId: string },
): Promise<boolean> {
  if (effect.confirmation === undefined) return false
  return work.runtime.ports.lookups.links.save({
    scope: work.scope,
    connectionId: effect.connectionId,
    kind: 'material',
    ourId: materialId,
    remote: effect.confirmation.reference,
    origin: 'matched',
  })
}

function keyOf({ effect }: EffectWork, name: string): string {
  return recordKey({ kind: 'item', connectionId: effect.connectionId, name })
}

function newItemEffect(work: EffectWork, { materialId, item }: NewItems[number]): Effect {
  const { runtime, effect } = work
  const now = runtime.clock.now()
  return {
    id: runtime.newId(),
    companyId: effect.companyId,
    connectionId: effect.connectionId,
    submissionId: effect.submissionId,
    key: keyOf(work, item.name),
    operation: 'create',
    target: { kind: 'item', materialId, item },
    revision: effect.revision,
    requestHash: '',
    requestedBy: effect.requestedBy,
    ...(effect.triedBy === undefined ? {} : { triedBy: effect.triedBy }),
    ...unsentEffect(now),
  }
}

function refusal(effect: Effect, { name, materialId }: { name: string; materialId: string }): Problem {
  const why =
    effect.state === 'confirmed'
      ? 'The item of this name there is linked with another material of ours.'
      : (troubleOf(effect).message ?? 'It was stopped.')
  return {
    code: 'item-refused',
    severity: 'error',
    message: `"${name}" could not be made there. ${why} Link it to an item by hand, or try again.`,
    cure: 'link-item',
    params: {
      connectionId: effect.connectionId,
      materialId,
    },
  }
}
