import { companyScope } from '@fieldledger/workflow'
import type { UseCase } from '../use-case.ts'

export interface LeaveVendorCreation extends UseCase {
  vendorId: string
  connectionId: string
}

/** A person linked the vendor by hand: whatever was about to create it is left, and may not link it otherwise. */
export async function leaveVendorCreation(input: LeaveVendorCreation): Promise<void> {
  const { runtime, vendorId, connectionId } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    for (const effect of await store.effects.ofVendors([vendorId])) {
      if (effect.connectionId !== connectionId || effect.state === 'confirmed') continue
      await store.effects.amend({
        effect,
        change: { state: 'stopped', waitingFor: null, problems: [], error: null, due: 'never' },
      })
      if (effect.submissionId !== null)
        await store.tasks.cancelOpen({ submissionId: effect.submissionId, effectId: effect.id })
    }
  })
}
