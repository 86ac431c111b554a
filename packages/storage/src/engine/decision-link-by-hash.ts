import type { Model } from 'mongoose'
import type { StoredDecisionLink } from '../mail/mail-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** Whoever opens a link from a mail has no session: the hashed token names company, person and task. */
export async function decisionLinkByHash(
  links: Model<StoredDecisionLink>,
  tokenHash: string,
): Promise<StoredDecisionLink | null> {
  return links
    .findOne({ tokenHash })
    .setOptions(acrossCompanies('open a decision by the link of a mail'))
    .lean()
}
