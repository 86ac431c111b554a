import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import { definePeopleModels, type StoredCompany } from './people-models.ts'

export interface Company {
  id: string
  name: string
  currency: string
  timeZone: string
  practice: boolean
  createdAt: Date
}

export interface CompanyRepository {
  /** The same id again changes nothing. */
  create(company: Omit<Company, 'id' | 'createdAt'> & { id?: string }): Promise<Company>
  find(scope: CompanyScope): Promise<Company | undefined>
  findMany(ids: readonly string[]): Promise<Company[]>
  change(
    scope: CompanyScope,
    change: Partial<Pick<Company, 'name' | 'timeZone'>>,
  ): Promise<Company | undefined>
}

export function createCompanyRepository(database: Database): CompanyRepository {
  const { companies } = definePeopleModels(database.connection)
  return {
    async create({ id = v7(), ...facts }) {
      const company = { ...facts, createdAt: new Date() }
      const saved = await companies
        .findOneAndUpdate({ _id: id }, { $setOnInsert: company }, { upsert: true, returnDocument: 'after' })
        .lean()
      return toCompany(saved)
    },
    async find({ companyId }) {
      const found = await companies.findOne({ _id: companyId }).lean()
      return found === null ? undefined : toCompany(found)
    },
    async findMany(ids) {
      const found = await companies.find({ _id: trusted({ $in: [...ids] }) }).lean()
      return found.map(toCompany)
    },
    async change({ companyId }, change) {
      const saved = await companies
        .findOneAndUpdate(
          { _id: companyId },
          {
            $set: change,
            // Said in the same write, so that no crash lets what goes by its clocks stay behind.
            ...(change.timeZone === undefined ? {} : { $currentDate: { zoneMovedAt: true } }),
          },
          { returnDocument: 'after' },
        )
        .lean()
      return saved === null ? undefined : toCompany(saved)
    },
  }
}

function toCompany({ _id, zoneMovedAt: _moved, ...facts }: StoredCompany): Company {
  return { id: _id, ...facts }
}
