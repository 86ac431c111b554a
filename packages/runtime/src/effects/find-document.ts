import { agreesWith, type RemoteDocument } from '@fieldledger/accounting'
import { unclaimed } from '../documents/unclaimed.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { FrozenRequest } from '../ports/effect-store.ts'
import { callScope, type EffectWork } from './effect-work.ts'

/**
 * By our number, vendor, date and total; what belongs to another form is not ours. Where none agrees in all of it the
 * others are taken, since a person may have edited the document there, and one more would be worse.
 */
export async function findDocument(
  work: EffectWork,
  { kind, number, party, date, net }: Extract<FrozenRequest, { operation: 'document.create' }>['input'],
): Promise<RemoteDocument[]> {
  const { runtime, scope, effect } = work
  const found = await work.driver.run({
    operation: 'document.find',
    input: { kind, number, party, date, net },
    scope: callScope(work),
  })
  failpoint('unknown.after-look-up')
  const exact = found.filter((document) => agreesWith({ date, net }, document))
  return unclaimed(exact.length > 0 ? exact : found, {
    runtime,
    scope,
    connectionId: effect.connectionId,
    effect,
  })
}
