import { type Model, trusted } from 'mongoose'
import type { StoredInvitation } from '../people/people-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** Whoever opens an invitation has no company yet: the hashed token names it. */
export async function invitationByToken(
  invitations: Model<StoredInvitation>,
  tokenHash: string,
): Promise<StoredInvitation | null> {
  return invitations
    .findOne({
      tokenHash,
      acceptedAt: trusted({ $exists: false }),
      expiresAt: trusted({ $gt: new Date() }),
    })
    .setOptions(acrossCompanies('open an invitation by its token'))
    .lean()
}
