import { closeTasks } from './close-tasks.ts'
import { digest } from './content-hash.ts'
import { effectStamp } from './effect-stamps.ts'
import { callScope, type EffectWork, settle } from './effect-work.ts'
import { markRemoved } from './mark-removed.ts'
import type { Prepared } from './prepare-effect.ts'
import { readDocument } from './read-document.ts'
import { settleConfirmed } from './settle-confirmed.ts'
import { settledBefore } from './settled-before.ts'
import { standsAs } from './stands-as.ts'

/** Looks at the order as it stands there now: nothing is written where it stands so already, or is gone. */
export async function prepareMark(work: EffectWork): Promise<Prepared | undefined> {
  const { effect } = work
  const { target } = effect
  const before = await settledBefore(work)
  if (before === undefined) return undefined
  const [create] = before
  if (create?.confirmation === undefined || target.kind !== 'document' || target.as === undefined) {
    await settle(work, {
      change: { state: 'superseded', waitingFor: null, due: 'never' },
      wakeDependants: true,
      also: (store) => closeTasks(store, { effect }),
    })
    return undefined
  }
  const { documentKind: kind, as } = target
  const { reference, number = '' } = create.confirmation
  const found = await readDocument(work.driver, { kind, reference, scope: callScope(work) })
  if (found === null || found.status === 'removed') {
    await settle(work, {
      change: { state: 'superseded', waitingFor: null, due: 'never' },
      stamps: [effectStamp(work, { code: 'document-removed', params: { number } })],
      hints: [{ topic: 'attention' }],
      wakeDependants: true,
      also: async (store) => {
        await closeTasks(store, { effect })
        await markRemoved(store, create.id)
      },
    })
    return undefined
  }
  const input = { kind, reference: found.reference, as }
  const frozen = { operation: 'document.mark' as const, input, hash: digest(input) }
  if (!standsAs(found, as)) return { frozen }
  await settleConfirmed({ ...work, effect: { ...effect, frozen } }, found)
  return undefined
}
