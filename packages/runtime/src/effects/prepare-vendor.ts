import { DuplicateName, type NewParty } from '@fieldledger/accounting'
import { digest } from './content-hash.ts'
import type { EffectWork } from './effect-work.ts'
import type { Prepared } from './prepare-effect.ts'
import { findByName } from './settle-name-taken.ts'
import { settleRecord } from './settle-record.ts'
import { settleRejected } from './settle-rejected.ts'

/** A vendor of this name that is there already is taken; only when there is none is one made. */
export async function prepareVendor(work: EffectWork, party: NewParty): Promise<Prepared | undefined> {
  const [found, ...others] = await findByName(work)
  if (found === undefined)
    return { frozen: { operation: 'vendor.create', input: party, hash: digest(party) } }
  if (others.length === 0) await settleRecord(work, { record: found, matched: true })
  else
    await settleRejected(
      work,
      new DuplicateName(
        `${work.connection.providerLabel} has ${others.length + 1} vendors named "${party.name}": link the right one by hand.`,
        { params: { record: 'vendor' } },
      ),
    )
  return undefined
}
