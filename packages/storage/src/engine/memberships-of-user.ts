import type { Model } from 'mongoose'
import type { StoredMembership } from '../people/people-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** The companies that a person works in: needed before a company is chosen. */
export async function membershipsOfUser(
  memberships: Model<StoredMembership>,
  userId: string,
): Promise<StoredMembership[]> {
  return memberships
    .find({ userId, active: true })
    .setOptions(acrossCompanies('find the companies of a signed-in person'))
    .sort({ chosenAt: -1, _id: 1 })
    .lean()
}
