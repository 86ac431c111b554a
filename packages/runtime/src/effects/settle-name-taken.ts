import type { LedgerError, RemoteItem, RemoteParty } from '@fieldledger/accounting'
import { normalisedName } from './effect-key.ts'
import { callScope, type EffectWork } from './effect-work.ts'
import { settleRecord } from './settle-record.ts'
import { settleRejected } from './settle-rejected.ts'

/** Somebody made an item (or vendor) of this name before: it is linked instead of made again. */
export async function settleNameTaken(work: EffectWork, error: LedgerError): Promise<void> {
  const [found, ...others] = await findByName(work)
  if (found === undefined || others.length > 0) return settleRejected(work, error)
  return settleRecord(work, { record: found, matched: true })
}

/** Active records of exactly this name. */
export async function findByName(work: EffectWork): Promise<(RemoteItem | RemoteParty)[]> {
  const { target } = work.effect
  if (target.kind === 'document') return []
  const name = target.kind === 'item' ? target.item.name : target.party.name
  const found: (RemoteItem | RemoteParty)[] = await work.driver.run({
    operation: target.kind === 'item' ? 'item.find' : 'vendor.find',
    input: { name },
    scope: callScope(work),
  })
  return found.filter((one) => one.active && normalisedName(one.name) === normalisedName(name))
}
