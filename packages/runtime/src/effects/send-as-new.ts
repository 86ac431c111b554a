import { companyScope } from '@fieldledger/workflow'
import { EffectNotResolvable, RemoteRecordRefused, StatusForbids } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import { closeTasks } from './close-tasks.ts'
import { createEffectOf, isSettled, laterEffectsOf, neverSent } from './document-effects.ts'
import { documentKey } from './effect-key.ts'
import { isRemoved } from './mark-removed.ts'
import { newEffect } from './plan-send.ts'
import { readRemote } from './read-remote.ts'
import type { Resolving } from './resolve-effect.ts'

/**
 * The document was removed there by hand, and a person wants it again: a new generation of the create effect (DESIGN
 * §4). Nothing else ever raises the generation of a document that was removed there.
 */
export async function sendAsNew(input: Resolving, seen: Effect): Promise<void> {
  const { runtime, person } = input
  const scope = companyScope(input.companyId)
  const stale = new EffectNotResolvable(
    'Something happened to this document meanwhile: load the page again to see where it stands.',
  )
  const createId = seen.operation === 'create' ? seen.id : seen.dependsOn[0]
  const create =
    createId === undefined ? undefined : await runtime.ports.stores.of(scope).effects.get(createId)
  if (create === undefined || !isRemoved(create)) throw stale
  const found = await readRemote(input, create)
  if (found !== null && found.status !== 'removed')
    throw new RemoteRecordRefused(
      'The document is in the ledger again: send the form to it once more instead of making a new one.',
    )
  await runtime.ports.stores.transact(scope, async (store) => {
    const { submissionId, target } = create
    if (submissionId === null || target.kind !== 'document') throw stale
    const submission = await store.submissions.get(submissionId)
    const effects = await store.effects.ofSubmission(submissionId)
    const place = { connectionId: create.connectionId, documentKind: target.documentKind }
    const newest = createEffectOf(effects, place)
    if (submission === undefined || newest?.id !== create.id || newest.state !== 'confirmed') throw stale
    if (submission.status !== 'approved') throw new StatusForbids({ what: 'sent', status: submission.status })
    const held = await leaveLater(store, { create, effects, stale })
    const request = held?.request ?? create.request
    if (request === undefined) throw stale
    await store.effects.amend({
      effect: newest,
      change: { state: 'superseded', waitingFor: null, due: 'never' },
    })
    const again = { ...target, generation: target.generation + 1 }
    const requestedBy = held?.requestedBy ?? { personId: person.id }
    const key = documentKey({ connectionId: create.connectionId, submissionId, ...again })
    const plan = { runtime, submission, request, requestedBy }
    await store.effects.insert(
      newEffect(plan, { key, operation: 'create', target: again, triedBy: person.id }),
    )
    const number = create.confirmation?.number ?? ''
    await store.timeline.append({
      submissionId,
      stamps: [
        { code: 'sent-as-new', params: { provider: input.provider, number }, actor: byPerson(person) },
      ],
      at: runtime.clock.now(),
    })
    await store.outbox.post({
      work: true,
      hints: [{ topic: 'tasks' }, { topic: 'attention' }, { topic: 'submissions', id: submissionId }],
    })
  })
  runtime.doorbell.ring()
}

/** Updates of the removed document are over; the newest of those that waited is answered. */
async function leaveLater(
  store: RuntimeStore,
  of: { create: Effect; effects: readonly Effect[]; stale: Error },
): Promise<Effect | undefined> {
  const open = laterEffectsOf(of.effects, of.create).filter((effect) => !isSettled(effect))
  if (open.some((effect) => !neverSent(effect))) throw of.stale
  for (const effect of open) {
    await store.effects.amend({
      effect,
      change: { state: 'superseded', waitingFor: null, problems: [], due: 'never' },
    })
    await closeTasks(store, { effect })
  }
  return open.filter(({ operation }) => operation === 'update').at(-1)
}
