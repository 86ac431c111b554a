import type { LedgerDocument, RemoteDocument } from '@fieldledger/accounting'
import { companyScope, differencesInWords } from '@fieldledger/workflow'
import { NoConnection, RemoteRecordRefused } from '../errors/runtime-errors.ts'
import type { Effect, EffectChange } from '../ports/effect-store.ts'
import { documentHash } from './content-hash.ts'
import { offeredThere } from './offered-there.ts'
import { ourDocument } from './our-document.ts'
import { refuseHeldByAnother } from './refuse-held-by-another.ts'
import type { Resolving } from './resolve-effect.ts'

/** A person found the document in the books: it is read, and believed only when number and vendor are ours. */
export async function linkExisting(
  input: Resolving,
  effect: Effect,
): Promise<{ change: EffectChange; number: string }> {
  const { runtime } = input
  const scope = companyScope(input.companyId)
  const { target, submissionId } = effect
  const remoteId = input.remoteId?.trim() ?? ''
  const drafted = effect.operation === 'create' ? await ourDocument(input, effect) : undefined
  if (target.kind !== 'document' || drafted === undefined || remoteId === '')
    throw new RemoteRecordRefused(
      'Only a document that was sent can be linked: give the number under which it stands there.',
    )
  // No form made it: it has no link to one.
  const { backLink: _mine, ...ours } = drafted
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
      asked: { personId: input.person.id },
    },
  })
  if (remote === null || remote.status === 'removed')
    throw new RemoteRecordRefused('There is no such document in the ledger: check its id, then try again.')
  if (remote.party?.id !== ours.party.id)
    throw new RemoteRecordRefused('That document is for another vendor: choose the one for this form.')
  if (remote.number !== ours.number)
    throw new RemoteRecordRefused(
      `That document has the number ${remote.number ?? 'none'}, and this form is ${ours.number}: choose the one for this form.`,
    )
  await refuseHeldByAnother(input, { effect, remoteId: remote.reference.id })
  refuseUnseen(effect, { ours, remote })
  await refuseInDoubt(input, { effect, ours })
  const hash = documentHash(ours)
  return {
    number: remote.number,
    change: {
      state: 'confirmed',
      waitingFor: null,
      problems: [],
      error: null,
      frozen: { operation: 'document.create', input: ours, hash },
      confirmation: {
        reference: remote.reference,
        number: remote.number,
        ...(remote.url === undefined ? {} : { url: remote.url }),
        hash,
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

/** A person was shown how the two differ: what differs otherwise by now is shown once more before it is linked. */
function refuseUnseen(
  effect: Effect,
  { ours, remote }: { ours: LedgerDocument; remote: RemoteDocument },
): void {
  const shown = offeredThere(effect, remote.reference.id)?.params?.differences
  if (shown === undefined || shown === differencesInWords(ours, remote)) return
  throw new RemoteRecordRefused(
    'One of both has changed since they were compared: press Try again now, then look at them once more.',
  )
}

/** It may be what another form has just sent: the look-up of that one comes first. */
async function refuseInDoubt(
  { runtime, companyId }: Resolving,
  { effect, ours }: { effect: Effect; ours: LedgerDocument },
): Promise<void> {
  const { connectionId, submissionId } = effect
  const { effects } = runtime.ports.stores.of(companyScope(companyId))
  const which = { connectionId, number: ours.number, partyId: ours.party.id, besides: submissionId ?? '' }
  if ((await effects.inDoubt(which)) === undefined) return
  throw new RemoteRecordRefused(
    'Another form went there under this number, and it is being found out whether it arrived: wait until that is known, then try again.',
  )
}
