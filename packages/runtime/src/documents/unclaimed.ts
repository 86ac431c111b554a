import type { RemoteDocument } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import type { Runtime } from '../ports/runtime.ts'

export interface Claiming {
  runtime: Runtime
  scope: CompanyScope
  connectionId: string
  /** For whom it is looked; absent = a form of which nothing was sent. */
  effect?: Pick<Effect, 'id' | 'apartFrom'> | undefined
}

/** Those that no other form holds, and that nobody said are other papers. */
export async function unclaimed(
  found: readonly RemoteDocument[],
  { runtime, scope, connectionId, effect }: Claiming,
): Promise<RemoteDocument[]> {
  const { effects } = runtime.ports.stores.of(scope)
  const free: RemoteDocument[] = []
  for (const remote of found) {
    const { id: remoteId } = remote.reference
    if (remote.status === 'removed' || effect?.apartFrom?.includes(remoteId) === true) continue
    const holder = await effects.holderOf({ connectionId, remoteId })
    if (holder === undefined || holder.id === effect?.id) free.push(remote)
  }
  return free
}
