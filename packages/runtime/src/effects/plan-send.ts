import { isPartOfSplit, type Submission } from '@fieldledger/forms'
import type { SendRequest } from '@fieldledger/workflow'
import type { Effect, EffectChange, Requester } from '../ports/effect-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { requestHash } from './content-hash.ts'
import { covers, createEffectOf, generationOf, neverSent, wasUndone } from './document-effects.ts'
import { documentKey } from './effect-key.ts'
import { planUpdate } from './plan-update.ts'
import { partsToSend } from './send-parts.ts'
import { unsentEffect } from './unsent-effect.ts'

export interface PlanSend {
  runtime: Runtime
  submission: Submission
  request: SendRequest
  requestedBy: Requester
}

/** Every way of sending comes through here. The id of what is planned, of the first part where it is several; none = nothing. */
export async function planSend(store: RuntimeStore, plan: PlanSend): Promise<string | undefined> {
  const parts = await partsToSend(store, plan)
  if (parts === undefined) return planDocument(store, plan)
  const ids: string[] = []
  for (const { submission, requests } of parts)
    for (const request of requests) ids.push(await planDocument(store, { ...plan, submission, request }))
  return ids[0]
}

/**
 * What a send does (nothing, create, update) is decided here, inside the transaction, from the create effect's state.
 * A resend, a second workflow, a double click and a revision all meet the same effect (DESIGN §4). Returns its id.
 */
async function planDocument(store: RuntimeStore, plan: PlanSend): Promise<string> {
  const effects = await store.effects.ofSubmission(plan.submission.id)
  const create = createEffectOf(effects, plan.request)
  if (create === undefined) return insertCreate(store, { plan, generation: 1 })
  if (wasUndone(create)) return insertCreate(store, { plan, generation: generationOf(create) + 1 })
  if (create.state === 'confirmed') return planUpdate(store, { ...plan, create, effects })
  if (mayBeCorrected(create)) {
    await store.effects.amend({ effect: create, change: corrected(create, plan) })
    return create.id
  }
  const wanted = { revision: plan.submission.revision, request: plan.request }
  // On its way, or perhaps there: a later revision waits for it and becomes an update.
  if (create.state === 'stopped' || covers(create, wanted)) return create.id
  return planUpdate(store, { ...plan, create, effects })
}

/** Surely not in the ledger: planned and never sent, refused, or stopped before it left. */
function mayBeCorrected(create: Effect): boolean {
  if (create.state === 'rejected') return true
  return (create.state === 'planned' || create.state === 'stopped') && neverSent(create)
}

/** The same effect with the new values; a new attempt group when an earlier one has reached the ledger. */
export function corrected(
  effect: Pick<Effect, 'state' | 'attemptGroup' | 'sends' | 'firstSentAt' | 'revision'>,
  plan: PlanSend,
): EffectChange {
  // A step that asks once more goes on with what a person had tried again.
  const goesOn = plan.requestedBy.runId !== undefined && effect.revision === plan.submission.revision
  return {
    ...(goesOn ? {} : { triedBy: null }),
    ...freshAttemptGroup(effect),
    revision: plan.submission.revision,
    request: plan.request,
    requestHash: requestHash(plan.request),
    requestedBy: requesterOf(plan),
  }
}

/** The form that was split waits for its parts, whoever sends them. */
function requesterOf({ submission, requestedBy }: PlanSend): Requester {
  const { madeFrom } = submission
  return madeFrom === undefined || !isPartOfSplit(submission)
    ? requestedBy
    : { ...requestedBy, splitFrom: madeFrom }
}

/** Only when the earlier request cannot have been accepted: a person or a deterministic refusal says so. */
export function freshAttemptGroup(
  effect: Pick<Effect, 'attemptGroup' | 'sends' | 'firstSentAt'>,
): EffectChange {
  const usedItsKey = !neverSent(effect) || effect.firstSentAt !== undefined
  return {
    state: 'planned',
    waitingFor: null,
    attemptGroup: usedItsKey ? effect.attemptGroup + 1 : effect.attemptGroup,
    sends: 0,
    attempts: 0,
    tries: 0,
    frozen: null,
    requestKey: null,
    firstSentAt: null,
    sentAt: null,
    error: null,
    problems: [],
    due: 'at-once',
  }
}

async function insertCreate(
  store: RuntimeStore,
  { plan, generation }: { plan: PlanSend; generation: number },
): Promise<string> {
  const { submission, request } = plan
  const place = { documentKind: request.documentKind, part: '', generation }
  const effect = newEffect(plan, {
    key: documentKey({ connectionId: request.connectionId, submissionId: submission.id, ...place }),
    operation: 'create',
    target: { kind: 'document', ...place },
  })
  await store.effects.insert(effect)
  return effect.id
}

/** A planned effect with the values of this submission's present revision, due at once. */
export function newEffect(
  plan: PlanSend,
  own: Pick<Effect, 'key' | 'operation' | 'target'> &
    Partial<Pick<Effect, 'dependsOn' | 'waitingFor' | 'dueAt' | 'triedBy'>>,
): Effect {
  const { runtime, submission, request } = plan
  const now = runtime.clock.now()
  return {
    id: runtime.newId(),
    companyId: submission.companyId,
    connectionId: request.connectionId,
    submissionId: submission.id,
    revision: submission.revision,
    request,
    requestHash: requestHash(request),
    requestedBy: requesterOf(plan),
    ...unsentEffect(now),
    ...own,
  }
}
