import type { RemoteDocument, RemoteItem, RemoteParty } from '@fieldledger/accounting'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Confirmation, Effect } from '../ports/effect-store.ts'
import { ClaimLost } from './claim-lost.ts'
import { closeTasks } from './close-tasks.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { putOffEffect } from './put-off-effect.ts'
import type { Answered } from './send-effect.ts'
import { settleCancelled } from './settle-cancelled.ts'
import { settleAnotherAnswered } from './settle-needs-person.ts'
import { settleRecord } from './settle-record.ts'
import { verifyEffect } from './verify-effect.ts'

/** The ledger took it: durable in one transaction, then read back. */
export async function settleConfirmed(work: EffectWork, answer: Answered): Promise<void> {
  const { effect } = work
  if (effect.target.kind !== 'document')
    return settleRecord(work, { record: answer as RemoteItem | RemoteParty })
  const remote = answer as RemoteDocument
  if (effect.frozen?.operation === 'document.cancel') {
    const create = await createOf(work)
    return create === undefined
      ? undefined
      : settleCancelled(work, { create, remote, how: effect.frozen.input.how })
  }
  const confirmation = confirmationOf(work, remote)
  try {
    await confirm(work, confirmation)
  } catch (error) {
    // The database lets no document of a ledger belong to two forms.
    if (await isOfAnother(work, remote)) return settleAnotherAnswered(work, remote)
    throw error
  }
  failpoint('settle.after-commit')
  await readBack({ ...work, effect: { ...effect, state: 'confirmed', confirmation, tries: 0 } })
}

async function confirm(work: EffectWork, confirmation: Confirmation): Promise<void> {
  const { effect } = work
  await settle(work, {
    keepClaim: true,
    change: {
      state: 'confirmed',
      waitingFor: null,
      confirmation,
      error: null,
      problems: [],
      tries: 0,
      ...(effect.frozen === undefined ? {} : { frozen: effect.frozen }),
      due: 'at-once',
    },
    also: (store) => {
      failpoint('settle.in-transaction')
      return closeTasks(store, { effect })
    },
  })
}

async function isOfAnother({ runtime, scope, effect }: EffectWork, remote: RemoteDocument): Promise<boolean> {
  const { connectionId } = effect
  const { effects } = runtime.ports.stores.of(scope)
  const holder = await effects.holderOf({ connectionId, remoteId: remote.reference.id })
  return effect.operation === 'create' && holder !== undefined && holder.id !== effect.id
}

/** A read that fails leaves it confirmed: only the reading is tried again, never the sending. */
async function readBack(confirmed: EffectWork): Promise<void> {
  try {
    await verifyEffect(confirmed)
  } catch (error) {
    if (error instanceof ClaimLost) throw error
    await putOffEffect(confirmed, error)
  }
}

function confirmationOf({ effect }: EffectWork, remote: RemoteDocument): Confirmation {
  return {
    reference: remote.reference,
    ...(remote.number === undefined ? {} : { number: remote.number }),
    ...(remote.url === undefined ? {} : { url: remote.url }),
    hash: effect.frozen?.hash ?? '',
    revision: effect.revision,
    requestHash: effect.requestHash,
    verified: 'pending',
    differences: [],
    unchanged: false,
    document: remote,
  }
}

async function createOf({ runtime, scope, effect }: EffectWork): Promise<Effect | undefined> {
  const [createId] = effect.dependsOn
  return createId === undefined ? undefined : runtime.ports.stores.of(scope).effects.get(createId)
}
