import { failpoint } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import type { ConnectionModels } from '../connections/connection-models.ts'
import type { RuntimeModels } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/**
 * Whatever waits for a connection that is there goes on; answers how many. Who connects it again wakes them at once: this
 * is for the process that was killed before it could.
 */
export async function wakeConnected({
  effects,
  connections,
}: Pick<RuntimeModels, 'effects'> & Pick<ConnectionModels, 'connections'>): Promise<number> {
  const parked: Record<string, unknown> = { waitingFor: 'connection', dueAt: null, claimedBy: null }
  const across = acrossCompanies('wake what waits for a connection that is there')
  const waiting = await effects.find(parked, { connectionId: 1 }).setOptions(across).lean()
  if (waiting.length === 0) return 0
  const ids = [...new Set(waiting.map(({ connectionId }) => connectionId))]
  const active = await connections
    .find({ _id: trusted({ $in: ids }), state: 'active' }, { companyId: 1 })
    .setOptions(across)
    .lean()
  if (active.length > 0) failpoint('reconnect.before-wake')
  let woken = 0
  for (const { _id: connectionId, companyId } of active) {
    const { modifiedCount } = await effects.updateMany(
      { ...parked, companyId, connectionId },
      { $inc: { wakes: 1 }, $set: { attempts: 0 }, $currentDate: { dueAt: true } as Record<string, true> },
    )
    woken += modifiedCount
    if (modifiedCount > 0) failpoint('reconnect.after-wake')
  }
  return woken
}
