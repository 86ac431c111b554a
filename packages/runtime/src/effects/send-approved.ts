import { documentCapability } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import { type ConnectionSummary, documentForForm } from '@fieldledger/workflow'
import { isComplete } from '../documents/form-mappings.ts'
import { mappingFor } from '../documents/mapping-for.ts'
import { partsOfSplit } from '../links/parts-of-split.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { type ActedStamp, bySystem } from '../timeline/actors.ts'
import { createEffectOf, type DocumentPlace } from './document-effects.ts'
import { dueSending } from './due-sending.ts'
import { holdStill } from './hold-still.ts'
import { planSend } from './plan-send.ts'

interface Sending {
  runtime: Runtime
  submission: Submission
  effects: readonly Effect[]
  connection: ConnectionSummary
  place: DocumentPlace
}

/**
 * An approved form goes to every ledger where its document is switched on, by the effect that every way of sending meets.
 * Inside of a transaction; true = something is planned. Why something is not sent stands in the timeline.
 */
export async function sendApproved(
  store: RuntimeStore,
  { runtime, submissionId }: { runtime: Runtime; submissionId: string },
): Promise<boolean> {
  const submission = await store.submissions.get(submissionId)
  if (submission === undefined) return false
  if (submission.status === 'closed') return sendPartsApproved(store, { runtime, submission })
  if (submission.status !== 'approved') return false
  const documentKind = documentForForm(submission.formType)
  if (documentKind === undefined) return false
  const effects = await store.effects.ofSubmission(submissionId)
  const connections = await runtime.ports.lookups.connections.summaries({ scope: store.scope })
  let planned = false
  const stamps: ActedStamp[] = []
  for (const connection of connections) {
    if (connection.state === 'disconnected') continue
    if (documentCapability(connection.capabilities, documentKind)?.create !== true) continue
    const place = { connectionId: connection.id, documentKind }
    const outcome = await sendTo(store, { runtime, submission, effects, connection, place })
    if (outcome === 'planned') planned = true
    else if (outcome !== 'nothing') stamps.push(notSent({ submission, connection, why: outcome }))
  }
  if (planned) await holdStill(store, submission)
  await store.timeline.append({ submissionId, stamps, at: runtime.clock.now() })
  if (planned || stamps.length > 0)
    await store.outbox.post({ work: planned, hints: [{ topic: 'submissions', id: submissionId }] })
  return planned
}

/** It was split before its approval was looked at: its orders were approved with it. */
async function sendPartsApproved(
  store: RuntimeStore,
  { runtime, submission }: { runtime: Runtime; submission: Submission },
): Promise<boolean> {
  let planned = false
  for (const { id: submissionId } of await partsOfSplit(store, submission))
    if (await sendApproved(store, { runtime, submissionId })) planned = true
  return planned
}

async function sendTo(
  store: RuntimeStore,
  { runtime, submission, effects, connection, place }: Sending,
): Promise<'planned' | 'nothing' | 'type-off' | 'mapping-missing'> {
  const { sending } = connection
  const create = createEffectOf(effects, place)
  const event = dueSending({ create, effects, revision: submission.revision })
  if (sending === undefined || event === undefined) return 'nothing'
  const how = await mappingFor(runtime, { scope: store.scope, submission, connection })
  if (!sending[event].includes(place.documentKind))
    // A step that sends it says so itself; a change that waits for the button is marked on the page.
    return event === 'changed' || how?.from === 'step' ? 'nothing' : 'type-off'
  if (how === undefined || !isComplete(how.mapping, place.documentKind)) return 'mapping-missing'
  const { mapping, unlinkedItems } = how
  const request = { ...place, mapping, unlinkedItems }
  await planSend(store, { runtime, submission, request, requestedBy: { itself: event } })
  return 'planned'
}

function notSent(of: {
  submission: Submission
  connection: ConnectionSummary
  why: 'type-off' | 'mapping-missing'
}): ActedStamp {
  const { submission, connection, why } = of
  return {
    code: 'not-sent',
    params: { provider: connection.providerLabel, connection: connection.name, why },
    once: `not-sent:${connection.id}:${submission.revision}:${why}`,
    actor: bySystem,
  }
}
