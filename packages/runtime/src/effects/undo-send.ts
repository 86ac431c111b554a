import type { RemoteDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { EffectNotResolvable, NotFound } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { isSettled, laterEffectsOf } from './document-effects.ts'
import { laterKey } from './effect-key.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { type ReadRemote, readRemote } from './read-remote.ts'
import { sentDocument } from './sent-document.ts'
import { unsentEffect } from './unsent-effect.ts'

export interface UndoSend extends PersonalUseCase {
  /** What the form's page shows of the document there. */
  effectId: string
  reason: string
}

/** What taking it back would do, in the words of a dialog; the contract's UndoForeseen. */
export interface UndoForeseen {
  number: string
  url?: string
  /** deleted · voided: it can be taken back. gone: it is not there any more. refused: it stays, the sentence says why. */
  becomes: 'deleted' | 'voided' | 'gone' | 'refused'
  refused?: string
}

/** Looks at the document in the ledger as it stands now: only that tells whether it can still be taken back. */
export async function foreseeUndo(input: Pick<UndoSend, 'effectId'> & ReadRemote): Promise<UndoForeseen> {
  const store = input.runtime.ports.stores.of(companyScope(input.companyId))
  const { create } = await sentDocument(store, input.effectId)
  const number = create.confirmation?.number ?? ''
  const found = await readRemote(input, create)
  if (found === null || found.status === 'removed') return { number, becomes: 'gone' }
  return { number, ...(found.url === undefined ? {} : { url: found.url }), ...removalOf(found) }
}

/** What taking it away would do there, by how it stands. */
export function removalOf({
  removal = { becomes: 'deleted' },
}: RemoteDocument): Pick<UndoForeseen, 'becomes' | 'refused'> {
  return 'refused' in removal ? { becomes: 'refused', refused: removal.refused } : removal
}

/** A person takes a send back: the document is removed there, and the form is not sent any more. */
export async function undoSend(input: UndoSend): Promise<void> {
  const { runtime, companyId, person } = input
  const scope = companyScope(companyId)
  const reason = input.reason.trim()
  if (reason === '') throw new EffectNotResolvable('Say why it is taken back: write a reason, then confirm.')
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  await runtime.ports.stores.transact(scope, async (store) => {
    const { create, effects, submissionId } = await sentDocument(store, input.effectId)
    const provider = connections.find(({ id }) => id === create.connectionId)?.providerLabel ?? 'the ledger'
    const later = laterEffectsOf(effects, create)
    if (later.some((effect) => !isSettled(effect)))
      throw new EffectNotResolvable(
        'A change of it is on its way: wait until it has arrived, then take it back.',
      )
    await plan(store, { input, create, later })
    await store.timeline.append({
      submissionId,
      stamps: [
        {
          code: 'undo-asked',
          params: { provider, number: create.confirmation?.number ?? '', reason },
          actor: byPerson(person),
        },
      ],
      at: runtime.clock.now(),
    })
    await store.outbox.post({ work: true, hints: [{ topic: 'submissions', id: submissionId }] })
  })
  runtime.doorbell.ring()
}

async function plan(
  store: RuntimeStore,
  { input, create, later }: { input: UndoSend; create: Effect; later: readonly Effect[] },
): Promise<void> {
  const { runtime, person } = input
  const key = `undo|${laterKey({ operation: 'cancel', createId: create.id, revision: 0 })}`
  const before = later.find((effect) => effect.key === key)
  if (before !== undefined) {
    await store.effects.amend({
      effect: before,
      change: { ...freshAttemptGroup(before), requestedBy: { personId: person.id }, triedBy: null },
    })
    return
  }
  const { target, connectionId, companyId, submissionId, revision, request, requestHash } = create
  if (target.kind !== 'document') throw new NotFound('document')
  await store.effects.insert({
    ...unsentEffect(runtime.clock.now()),
    id: runtime.newId(),
    companyId,
    connectionId,
    submissionId,
    revision,
    requestHash,
    ...(request === undefined ? {} : { request }),
    requestedBy: { personId: person.id },
    key,
    operation: 'cancel',
    target: { ...target, undo: true },
    dependsOn: [create.id],
  })
}
