import { companyScope } from '@fieldledger/workflow'
import { type LedgerStateName, ledgerStateOf, troubleOf } from '../reads/ledger-state.ts'
import type { UseCase } from '../use-case.ts'

/** A vendor that was asked for in a ledger and is not there yet. */
export interface VendorCreation {
  connectionId: string
  effectId: string
  state: LedgerStateName
  code?: string
  message?: string
}

/** Vendor id → what is under way, or in trouble, in each ledger. */
export async function vendorCreations(
  input: UseCase & { vendorIds: readonly string[] },
): Promise<Map<string, VendorCreation[]>> {
  const store = input.runtime.ports.stores.of(companyScope(input.companyId))
  const found = new Map<string, VendorCreation[]>()
  for (const effect of await store.effects.ofVendors(input.vendorIds)) {
    const over = effect.state === 'confirmed' || effect.state === 'stopped' || effect.state === 'superseded'
    if (over || effect.target.kind !== 'vendor') continue
    const { code, message } = troubleOf(effect)
    const creation: VendorCreation = {
      connectionId: effect.connectionId,
      effectId: effect.id,
      state: ledgerStateOf(effect),
      ...(code === undefined ? {} : { code }),
      ...(message === undefined ? {} : { message }),
    }
    const { vendorId } = effect.target
    found.set(vendorId, [...(found.get(vendorId) ?? []), creation])
  }
  return found
}
