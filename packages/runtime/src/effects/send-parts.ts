import { nextTypesOf, type Submission } from '@fieldledger/forms'
import { namesVendors, partsByVendor, type SendRequest } from '@fieldledger/workflow'
import { partsOfSplit } from '../links/parts-of-split.ts'
import { splitForm } from '../links/split-form.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { loadForm } from '../values/form-versions.ts'
import { meantVendors } from '../values/meant-vendors.ts'
import { closeTasks } from './close-tasks.ts'
import { neverSent, wasUndone } from './document-effects.ts'
import { holdStill } from './hold-still.ts'
import type { PlanSend } from './plan-send.ts'

/** An order of a split, and what is sent of it. */
export interface PartToSend {
  submission: Submission
  requests: readonly SendRequest[]
}

/**
 * The orders that are sent in place of this form: those into which it was split, or is split here and now, because its
 * lines name several vendors and the mapping takes them from there. undefined = it is sent as it is.
 */
export async function partsToSend(store: RuntimeStore, plan: PlanSend): Promise<PartToSend[] | undefined> {
  const { runtime, request } = plan
  const { id, formId, formVersion: version, formType } = plan.submission
  if (nextTypesOf(formType).length === 0) return undefined
  const { content } = await loadForm({ runtime, scope: store.scope, formId, version })
  if (!content.fields.some(namesVendors)) return undefined
  // Written first: a send and a split of one form at the same moment conflict, and one of them sees the other.
  await holdStill(store, plan.submission)
  const submission = await store.submissions.get(id)
  if (submission === undefined) return undefined
  const made = await partsOfSplit(store, submission)
  if (made.length > 0)
    return made.filter(isSendable).map((part) => ({ submission: part, requests: [request] }))
  const values = await meantVendors(runtime, { scope: store.scope, content, values: submission.values })
  const parts = partsByVendor({ submission: { ...submission, values }, content, mapping: request.mapping })
  if (parts.length === 0 || submission.status !== 'approved') return undefined
  if (await hasFollowed(store, id)) return undefined
  const documents = (await store.effects.ofSubmission(id)).filter(({ target }) => target.kind === 'document')
  if (!documents.every(isNotThere)) return undefined
  const others = await takeBack(store, documents)
  const requests = [request, ...others.filter(({ connectionId }) => connectionId !== request.connectionId)]
  const split = await splitForm(store, { runtime, submission, content, parts })
  return split.map((part) => ({ submission: part, requests }))
}

/** What was received or billed counts for its lines here: on orders of their own it would be open once more. */
async function hasFollowed(store: RuntimeStore, id: string): Promise<boolean> {
  const made = await store.submissions.madeFrom(id)
  return made.some(({ status }) => !countsNot.includes(status))
}

const countsNot: readonly Submission['status'][] = ['draft', 'rejected', 'cancelled']

function isSendable({ status }: Submission): boolean {
  return status === 'approved' || status === 'closed'
}

function isNotThere(effect: Effect): boolean {
  const { state } = effect
  if (state === 'rejected' || wasUndone(effect)) return true
  return (state === 'planned' || state === 'stopped') && neverSent(effect)
}

/** What was planned of the whole form goes as its parts. */
async function takeBack(store: RuntimeStore, documents: readonly Effect[]): Promise<SendRequest[]> {
  const requests: SendRequest[] = []
  for (const effect of documents) {
    if (effect.state !== 'planned' && effect.state !== 'rejected') continue
    if (effect.request !== undefined && effect.operation === 'create') requests.push(effect.request)
    await store.effects.amend({ effect, change: { state: 'stopped', waitingFor: null, due: 'never' } })
    await closeTasks(store, { effect })
  }
  return requests
}
