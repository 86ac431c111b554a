import { failpoint } from '../failpoints/failpoint.ts'
import type { FrozenRequest } from '../ports/effect-store.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { closeTasks } from './close-tasks.ts'
import { digest } from './content-hash.ts'
import { requestKey } from './effect-key.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { holdTypedInSince } from './hold-typed-in-since.ts'
import { prepareCancel } from './prepare-cancel.ts'
import { prepareDocument } from './prepare-document.ts'
import { prepareMark } from './prepare-mark.ts'
import { prepareVendor } from './prepare-vendor.ts'
import { settleNotWanted } from './settle-not-wanted.ts'

/** What preparing came to: a request to freeze, or nothing because it was parked or settled. */
export interface Prepared {
  frozen: FrozenRequest
  stamps?: ActedStamp[]
}

/** Preflight and freeze: from here on the same bytes go out under the same key. undefined = it is parked or done. */
export async function prepareEffect(work: EffectWork): Promise<EffectWork | undefined> {
  const { effect } = work
  if (effect.frozen !== undefined && effect.requestKey !== undefined)
    return (await mayStillLeave(work)) ? work : undefined
  const prepared = await prepare(work)
  if (prepared === undefined) return undefined
  const { frozen, stamps = [] } = prepared
  const key = requestKey(effect)
  failpoint('freeze.before')
  await settle(work, {
    keepClaim: true,
    change: { frozen, requestKey: key, waitingFor: null, problems: [], error: null, taskId: null },
    stamps: [...stamps, ...sendingStamp(work)],
    hints: [{ topic: 'tasks' }, { topic: 'attention' }],
    also: (store) => closeTasks(store, { effect, kinds: ['held'] }),
  })
  failpoint('freeze.after')
  return { ...work, effect: { ...effect, frozen, requestKey: key } }
}

/** What was made ready may have waited for days. */
async function mayStillLeave(work: EffectWork): Promise<boolean> {
  const { runtime, scope, effect } = work
  const { submissionId: id, revision, target, operation } = effect
  if (id === null || target.kind !== 'document' || operation === 'cancel' || operation === 'mark') return true
  const submission = await runtime.ports.stores.of(scope).submissions.atRevision({ id, revision })
  if (await settleNotWanted(work, submission)) return false
  return submission === undefined || !(await holdTypedInSince(work, submission))
}

async function prepare(work: EffectWork): Promise<Prepared | undefined> {
  const { target, operation } = work.effect
  if (target.kind === 'item')
    return { frozen: { operation: 'item.create', input: target.item, hash: digest(target.item) } }
  if (target.kind === 'vendor') return prepareVendor(work, target.party)
  if (operation === 'mark') return prepareMark(work)
  return operation === 'cancel' ? prepareCancel(work) : prepareDocument(work)
}

function sendingStamp(work: EffectWork): ActedStamp[] {
  const { target, operation } = work.effect
  return target.kind === 'document' && operation !== 'mark' ? [effectStamp(work, { code: 'sending' })] : []
}
