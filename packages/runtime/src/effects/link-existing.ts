import { companyScope } from '@fieldledger/workflow'
import { NoConnection, RemoteRecordRefused } from '../errors/runtime-errors.ts'
import type { Effect, EffectChange } from '../ports/effect-store.ts'
import type { Resolving } from './resolve-effect.ts'

/** A person found the document in the books: it is read, and believed only when number and vendor are ours. */
export async function linkExisting(
  input: Resolving,
  effect: Effect,
): Promise<{ change: EffectChange; number: string }> {
  const { runtime } = input
  const scope = companyScope(input.companyId)
  const { target, frozen, submissionId } = effect
  const remoteId = input.remoteId?.trim() ?? ''
  if (target.kind !== 'document' || frozen?.operation !== 'document.create' || remoteId === '')
    throw new RemoteRecordRefused(
      'Only a document that was sent can be linked: give the number under which it stands there.',
    )
  const place = await runtime.ports.lookups.connections.target({ scope, connectionId: effect.connectionId })
  if (place === undefined) throw new NoConnection()
  const remote = await runtime.driverFor(place).run({
    operation: 'document.get',
    input: { kind: target.documentKind, reference: { id: remoteId } },
    scope: {
      companyId: effect.companyId,
      connectionId: effect.connectionId,
      effectId: effect.id,
      ...(submissionId === null ? {} : { submissionId }),
    },
  })
  if (remote === null || remote.status === 'removed')
    throw new RemoteRecordRefused('There is no such document in the ledger: check its id, then try again.')
  if (remote.party?.id !== frozen.input.party.id)
    throw new RemoteRecordRefused('That document is for another vendor: choose the one for this form.')
  if (remote.number !== frozen.input.number)
    throw new RemoteRecordRefused(
      `That document has the number ${remote.number ?? 'none'}, and this form is ${frozen.input.number}: choose the one for this form.`,
    )
  const holder = await runtime.ports.stores
    .of(scope)
    .effects.holderOf({ connectionId: effect.connectionId, remoteId: remote.reference.id })
  if (holder !== undefined && holder.id !== effect.id)
    throw new RemoteRecordRefused('That document belongs to another form already: choose another one.')
  return {
    number: remote.number,
    change: {
      state: 'confirmed',
      waitingFor: null,
      problems: [],
      error: null,
      confirmation: {
        reference: remote.reference,
        number: remote.number,
        ...(remote.url === undefined ? {} : { url: remote.url }),
        hash: frozen.hash,
        revision: effect.revision,
        requestHash: effect.requestHash,
        verified: 'pending',
        differences: [],
        unchanged: false,
        document: remote,
      },
      due: 'at-once',
    },
  }
}
