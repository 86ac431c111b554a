import { type RemoteDocument, sameMoney } from '@fieldledger/accounting'
import type { FrozenRequest } from '../ports/effect-store.ts'
import type { EffectWork } from './effect-work.ts'

type Sent = Extract<FrozenRequest, { operation: 'document.create' }>['input']

/**
 * Our own numbers are given once; a vendor's come again, each year or by mistake. What bears a vendor's number with
 * another day or amount may be an older bill that a bookkeeper entered: only a person can tell.
 */
export async function mayBeAnotherPaper(
  { runtime, scope, effect }: EffectWork,
  { remote, sent }: { remote: RemoteDocument; sent: Sent },
): Promise<boolean> {
  if (remote.date === sent.date && sameMoney(remote.net, sent.net)) return false
  const { submissionId } = effect
  const submission =
    submissionId === null ? undefined : await runtime.ports.stores.of(scope).submissions.get(submissionId)
  return submission !== undefined && submission.number !== sent.number
}
