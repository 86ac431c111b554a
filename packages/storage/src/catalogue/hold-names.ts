import type { CatalogueKind } from '@fieldledger/catalogue'
import type { ClientSession, Connection, Model } from 'mongoose'
import { trusted } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'
import { updateRows } from '../scope/update-rows.ts'
import type { StoredCatalogueRecord } from './catalogue-models.ts'
import { ChangedMeanwhile } from './change-records.ts'

/** Its id is the name itself: there cannot be two. */
interface HeldName {
  _id: string
  companyId: string
  turn: number
}

/** A record that comes to bear a name. */
export interface NameClaim {
  id: string
  nameKey: string
  currency?: string | undefined
  /** What a missing currency means to whoever claims it (G-08); absent = nothing but itself. */
  missingCurrency?: string | undefined
}

export function defineNameModel(connection: Connection): Model<HeldName> {
  return modelOn(connection, 'HeldName', () =>
    companySchema<HeldName>({
      collection: 'catalogueNames',
      fields: { turn: Number },
    }),
  )
}

interface Claims {
  companyId: string
  kind: CatalogueKind
  claims: readonly NameClaim[]
  session: ClientSession
}

/**
 * Of transactions that claim one name at once all but one are repeated, for each writes the name's one row; what the
 * first one wrote is then seen by the others. Not a unique index on the records: vendors that were proposed, and twins of
 * earlier days, share names until a person merges them, and whether a missing currency differs from the ledger's own is
 * for whoever claims to say.
 */
export async function holdNames(
  models: { list: Model<StoredCatalogueRecord>; names: Model<HeldName> },
  { companyId, kind, claims, session }: Claims,
): Promise<void> {
  if (claims.length === 0) return
  const keys = [...new Set(claims.map(({ nameKey }) => nameKey))]
  const turns = keys.map((nameKey) => ({
    filter: { companyId, _id: `${companyId}|${kind}|${nameKey}` },
    update: { $inc: { turn: 1 } },
    upsert: true,
  }))
  await updateRows(models.names, turns, { session })
  const ids = new Set(claims.map(({ id }) => id))
  const bearers = await models.list
    .find({ companyId, archived: false, nameKey: trusted({ $in: keys }) }, undefined, { session })
    .lean<(Pick<StoredCatalogueRecord, '_id' | 'nameKey'> & { currency?: string })[]>()
  const others = bearers.filter(({ _id }) => !ids.has(_id))
  if (claims.some((claim) => others.some((other) => isTwin(claim, other)))) throw new ChangedMeanwhile()
}

function isTwin(claim: NameClaim, other: { nameKey: string; currency?: string }): boolean {
  const currencyOf = (has: { currency?: string | undefined }) => has.currency ?? claim.missingCurrency
  return claim.nameKey === other.nameKey && currencyOf(claim) === currencyOf(other)
}
