import type { NewParty } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { recordKey } from '../effects/effect-key.ts'
import { freshAttemptGroup } from '../effects/plan-send.ts'
import { unsentEffect } from '../effects/unsent-effect.ts'
import { EffectNotResolvable, NoConnection, NotFound, VendorNotCreatable } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { VendorFacts } from '../ports/lookups.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { openVendorTask } from './propose-vendors.ts'

export interface CreateVendor extends PersonalUseCase {
  vendorId: string
  connectionId: string
}

/**
 * "Create in the ledger": an effect of its own, one for each name in that ledger, so that pressing twice, two vendors
 * of one name and a lost answer all meet the same one (DESIGN §4).
 */
export async function createVendor(input: CreateVendor): Promise<void> {
  const { runtime, vendorId, connectionId } = input
  const scope = companyScope(input.companyId)
  const { lookups, stores } = runtime.ports
  const vendor = (await lookups.catalogue.vendors({ scope, ids: [vendorId] })).get(vendorId)
  if (vendor === undefined) throw new NotFound('vendor')
  if (vendor.state === 'archived') throw new VendorNotCreatable('It is archived: bring it back first.')
  const connections = await lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === connectionId)
  if (connection?.state !== 'active') throw new NoConnection()
  if (!connection.capabilities.vendors.create)
    throw new VendorNotCreatable(
      `${connection.providerLabel} takes no new vendors from Fieldledger: make it there, then link it.`,
    )
  const linked = await lookups.links.find({ scope, connectionId, kind: 'vendor', ids: [vendorId] })
  if (linked.has(vendorId)) return
  await stores.transact(scope, async (store) => {
    await plan(store, { input, vendor })
    await store.outbox.post({ work: true, hints: [{ topic: 'catalogue', id: vendorId }] })
  })
  runtime.doorbell.ring()
}

async function plan(
  store: RuntimeStore,
  { input, vendor }: { input: CreateVendor; vendor: VendorFacts },
): Promise<void> {
  const { runtime, companyId, connectionId, person } = input
  const key = recordKey({ kind: 'vendor', connectionId, name: vendor.name })
  const target: Effect['target'] = { kind: 'vendor', vendorId: vendor.id, party: partyOf(vendor) }
  await leaveOtherNames(store, { vendorId: vendor.id, connectionId, key })
  const known = await store.effects.byKey(key)
  if (known !== undefined) return again(store, { known, target, personId: person.id })
  const task = await openVendorTask(store, vendor.id)
  await store.effects.insert({
    id: runtime.newId(),
    companyId,
    connectionId,
    submissionId: task?.submissionId ?? null,
    key,
    operation: 'create',
    target,
    revision: 1,
    requestHash: '',
    requestedBy: { personId: person.id },
    ...unsentEffect(runtime.clock.now()),
  })
}

/** A person asks once more. What may have reached the ledger under way is left to come to its end. */
async function again(
  store: RuntimeStore,
  { known, target, personId }: { known: Effect; target: Effect['target']; personId: string },
): Promise<void> {
  if (known.state === 'sending' || known.state === 'unknown' || known.state === 'not-created') {
    await store.effects.wake({ ids: [known.id] })
    return
  }
  if (known.state === 'needs-person')
    throw new EffectNotResolvable(
      'We do not know whether this vendor was created before: look it up in the ledger, then link it or say that it is not there.',
    )
  await store.effects.amend({
    effect: known,
    change: {
      ...freshAttemptGroup(known),
      target,
      requestedBy: { personId },
      triedBy: null,
      confirmation: null,
    },
  })
}

/** The vendor had another name when it was asked for first, and was never sent under it. */
async function leaveOtherNames(
  store: RuntimeStore,
  now: { vendorId: string; connectionId: string; key: string },
): Promise<void> {
  for (const effect of await store.effects.ofVendors([now.vendorId])) {
    const waits = effect.state === 'planned' || effect.state === 'rejected'
    if (effect.connectionId === now.connectionId && effect.key !== now.key && waits)
      await store.effects.amend({
        effect,
        change: { state: 'superseded', waitingFor: null, due: 'never' },
      })
  }
}

function partyOf(vendor: VendorFacts): NewParty {
  const { name, email, phone, accountNumber, address, city, region, postalCode, country } = vendor
  const known = { email, phone, accountNumber, address, city, region, postalCode, country }
  return { name, ...Object.fromEntries(Object.entries(known).filter(([, text]) => text !== undefined)) }
}
