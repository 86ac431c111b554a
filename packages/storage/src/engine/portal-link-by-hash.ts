import type { Model } from 'mongoose'
import type { StoredPortalLink } from '../catalogue/portal-links.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** A supplier has no session: the hashed token names company and vendor. */
export async function portalLinkByHash(
  links: Model<StoredPortalLink>,
  tokenHash: string,
): Promise<StoredPortalLink | null> {
  return links
    .findOne({ tokenHash })
    .setOptions(acrossCompanies('open the portal by the link of a supplier'))
    .lean()
}
