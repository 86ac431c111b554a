import type { RemoteItem, RemoteParty } from '@fieldledger/accounting'
import { failpoint } from '../failpoints/failpoint.ts'
import type { EffectChange } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeVendorTask } from '../vendors/close-vendor-tasks.ts'
import { closeTasks } from './close-tasks.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'

/** An item or a vendor that was made (or found under its name): linked in the same transaction. */
export async function settleRecord(
  work: EffectWork,
  { record, matched = false }: { record: RemoteItem | RemoteParty; matched?: boolean },
): Promise<void> {
  const { effect } = work
  const { target } = effect
  if (target.kind === 'document') return
  const linked = { done: false }
  const by = await asker(work)
  await settle(work, {
    change: async (store) => {
      linked.done = await link(store, { work, record, matched })
      return linked.done ? confirmed(work, { record, matched }) : takenByAnother(work)
    },
    stamps: () => [
      linked.done
        ? effectStamp(work, {
            code: target.kind === 'item' ? 'item-created' : 'vendor-created',
            params: { name: record.name, matched },
          })
        : effectStamp(work, { code: 'document-rejected', params: { message: takenSentence(work) } }),
    ],
    hints: [{ topic: 'catalogue' }],
    wakeDependants: true,
    also: async (store) => {
      failpoint('settle.in-transaction')
      await closeTasks(store, { effect })
      if (target.kind === 'vendor' && linked.done) await vendorIsThere(store, { work, by })
    },
  })
  failpoint('settle.after-commit')
}

async function link(
  store: RuntimeStore,
  made: { work: EffectWork; record: RemoteItem | RemoteParty; matched: boolean },
): Promise<boolean> {
  const { runtime, scope, effect } = made.work
  const { target } = effect
  if (target.kind === 'document') return false
  return runtime.ports.lookups.links.save({
    scope,
    connectionId: effect.connectionId,
    kind: target.kind === 'item' ? 'material' : 'vendor',
    ourId: target.kind === 'item' ? target.materialId : target.vendorId,
    remote: made.record.reference,
    origin: made.matched ? 'matched' : 'created',
    ...(store.transaction === undefined ? {} : { transaction: store.transaction }),
  })
}

function confirmed(
  { effect }: EffectWork,
  { record, matched }: { record: RemoteItem | RemoteParty; matched: boolean },
): EffectChange {
  return {
    state: 'confirmed',
    waitingFor: null,
    error: null,
    problems: [],
    confirmation: {
      reference: record.reference,
      hash: effect.frozen?.hash ?? '',
      revision: effect.revision,
      requestHash: effect.requestHash,
      verified: 'verified',
      differences: [],
      unchanged: matched,
    },
    due: 'never',
  }
}

/** Two of ours cannot be one of theirs: a person says which it is. */
function takenByAnother(work: EffectWork): EffectChange {
  const cure = work.effect.target.kind === 'item' ? 'link-item' : 'link-vendor'
  return {
    state: 'rejected',
    error: {
      code: 'remote-taken',
      message: takenSentence(work),
      retryable: false,
      cure,
    },
    due: 'never',
  }
}

function takenSentence({ connection }: EffectWork): string {
  return `${connection.providerLabel} has one of this name, and it is linked with another one of ours: unlink that one, or link by hand.`
}

async function asker({ runtime, scope, effect }: EffectWork): Promise<{ id: string; name: string }> {
  const id = effect.requestedBy.personId
  if (id === undefined) return { id: 'fieldledger', name: 'Fieldledger' }
  const names = await runtime.ports.people.names({ scope, ids: [id] })
  return { id, name: names.get(id) ?? id }
}

/** Its task is done, and every document that was held by it in this ledger is looked at again. */
async function vendorIsThere(
  store: RuntimeStore,
  { work, by }: { work: EffectWork; by: { id: string; name: string } },
): Promise<void> {
  const { runtime, scope, effect } = work
  const { target } = effect
  if (target.kind !== 'vendor') return
  const { vendorId, party } = target
  if (store.transaction !== undefined)
    await runtime.ports.lookups.catalogue.accept({ scope, vendorId, transaction: store.transaction })
  await closeVendorTask(store, { vendorId, name: party.name, by, at: runtime.clock.now() })
  await store.effects.wake({ connectionId: effect.connectionId })
}
