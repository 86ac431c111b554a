import { companyScope } from '@fieldledger/workflow'
import { RemoteRecordRefused } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { UseCase } from '../use-case.ts'

/** No document of a ledger belongs to two forms. */
export async function refuseHeldByAnother(
  { runtime, companyId }: UseCase,
  { effect, remoteId }: { effect: Pick<Effect, 'id' | 'connectionId'>; remoteId: string },
): Promise<void> {
  const { connectionId } = effect
  const { effects } = runtime.ports.stores.of(companyScope(companyId))
  const holder = await effects.holderOf({ connectionId, remoteId })
  if (holder !== undefined && holder.id !== effect.id)
    throw new RemoteRecordRefused('That document belongs to another form already: choose another one.')
}
