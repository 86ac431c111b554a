import type { PeopleLookup } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { shareByCompany, shareNames } from '../grouping/shared-reads.ts'
import type { Database } from '../scope/connect-database.ts'
import { createAbsences } from './absences.ts'
import { createCompanyLogos } from './company-logos.ts'
import { CompanyMissing } from './company-missing.ts'
import { definePeopleModels } from './people-models.ts'

/** What the runtime asks about a company and its people; names of people of other companies stay unknown. */
export function createPeopleLookup(database: Database): PeopleLookup {
  const { companies, memberships, users } = definePeopleModels(database.connection)
  const absences = createAbsences(database)
  const logos = createCompanyLogos(database)
  return {
    company: shareByCompany(async ({ scope }: { scope: CompanyScope }) => {
      const found = await companies.findOne({ _id: scope.companyId }).lean()
      if (found === null) throw new CompanyMissing()
      const { _id: id, name, practice, currency, timeZone } = found
      return { id, name, practice, currency, timeZone }
    }),
    logo: ({ scope }) => logos.of(scope),
    names: shareNames(async ({ scope, ids }) => {
      if (ids.length === 0) return new Map()
      const { companyId } = scope
      const members = await memberships
        .find({ companyId, userId: trusted({ $in: [...ids] }) }, { userId: 1 })
        .lean()
      const known = members.map(({ userId }) => userId)
      const people = await users.find({ _id: trusted({ $in: known }) }, { name: 1 }).lean()
      return new Map(people.map(({ _id, name }) => [_id, name]))
    }),
    async supervisor({ scope: { companyId }, personId }) {
      const member = await memberships.findOne({ companyId, userId: personId }, { supervisorId: 1 }).lean()
      const id = member?.supervisorId
      if (id === undefined || id === null) return undefined
      if ((await memberships.countDocuments({ companyId, userId: id, active: true })) === 0) return undefined
      const user = await users.findOne({ _id: id }, { name: 1 }).lean()
      return user === null ? undefined : { id, name: user.name }
    },
    async digestReaders({ scope: { companyId } }) {
      const members = await memberships
        .find({ companyId, active: true, digest: true }, { userId: 1, role: 1 })
        .lean()
      const ids = members.map(({ userId }) => userId)
      const found = await users.find({ _id: trusted({ $in: ids }) }, { name: 1, email: 1 }).lean()
      return found.flatMap(({ _id: id, name, email }) => {
        const role = members.find(({ userId }) => userId === id)?.role
        return role === undefined ? [] : [{ id, name, email, role }]
      })
    },
    away: ({ scope, at }) => absences.away(scope, at),
    async addresses({ scope, recipients }) {
      const { companyId } = scope
      const meant = [
        { role: trusted({ $in: [...recipients.roles] }) },
        { userId: trusted({ $in: [...recipients.people] }) },
      ]
      const members = await memberships.find({ companyId, active: true, $or: meant }, { userId: 1 }).lean()
      const ids = members.map(({ userId }) => userId)
      const people = await users.find({ _id: trusted({ $in: ids }) }, { name: 1, email: 1 }).lean()
      return people.map(({ _id, name, email }) => ({ id: _id, name, email }))
    },
  }
}
