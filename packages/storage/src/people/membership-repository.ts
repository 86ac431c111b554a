import type { CompanyScope, Role } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import { membershipsOfUser } from '../engine/memberships-of-user.ts'
import type { Database } from '../scope/connect-database.ts'
import { definePeopleModels, type StoredMembership } from './people-models.ts'

export interface Membership {
  companyId: string
  userId: string
  role: Role
  projectIds: string[]
  active: boolean
  /** Whose approval their forms need; null = nobody was set. */
  supervisorId: string | null
}

/** A member with the name and address of the user behind. */
export interface Member extends Membership {
  name: string
  email: string
}

export interface MembershipRepository {
  /** The same user again gets this role. */
  add(
    scope: CompanyScope,
    member: { userId: string; role: Role; projectIds?: readonly string[] },
  ): Promise<void>
  find(scope: CompanyScope, userId: string): Promise<Membership | undefined>
  /** All companies of a user, the last chosen first. */
  ofUser(userId: string): Promise<Membership[]>
  choose(scope: CompanyScope, userId: string): Promise<void>
  members(scope: CompanyScope): Promise<Member[]>
  change(
    scope: CompanyScope,
    which: {
      userId: string
      change: Partial<Pick<Membership, 'role' | 'projectIds' | 'active' | 'supervisorId'>>
    },
  ): Promise<boolean>
}

export function createMembershipRepository(database: Database): MembershipRepository {
  const { memberships, users } = definePeopleModels(database.connection)
  return {
    async add({ companyId }, { userId, role, projectIds = [] }) {
      await memberships.updateOne(
        { companyId, userId },
        {
          $set: { role, projectIds: [...projectIds], active: true },
          $setOnInsert: { _id: v7(), chosenAt: new Date() },
        },
        { upsert: true },
      )
    },
    async find({ companyId }, userId) {
      const found = await memberships.findOne({ companyId, userId, active: true }).lean()
      return found === null ? undefined : toMembership(found)
    },
    async ofUser(userId) {
      const found = await membershipsOfUser(memberships, userId)
      return found.map(toMembership)
    },
    async choose({ companyId }, userId) {
      await memberships.updateOne({ companyId, userId }, { $set: { chosenAt: new Date() } })
    },
    async members({ companyId }) {
      const found = await memberships.find({ companyId }).lean()
      const ids = found.map(({ userId }) => userId)
      const people = await users.find({ _id: trusted({ $in: ids }) }, { name: 1, email: 1 }).lean()
      const byId = new Map(people.map((one) => [one._id, one]))
      return found.flatMap((membership) => {
        const user = byId.get(membership.userId)
        return user ? [{ ...toMembership(membership), name: user.name, email: user.email }] : []
      })
    },
    async change({ companyId }, { userId, change }) {
      const changed = await memberships.updateOne({ companyId, userId }, { $set: change })
      return changed.matchedCount === 1
    },
  }
}

function toMembership(stored: StoredMembership): Membership {
  const { companyId, userId, role, projectIds, active, supervisorId = null } = stored
  return { companyId, userId, role, projectIds, active, supervisorId }
}
