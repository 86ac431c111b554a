import type { CompanyLogo } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Database } from '../scope/connect-database.ts'
import { definePeopleModels } from './people-models.ts'

export interface CompanyLogos {
  of(scope: CompanyScope): Promise<CompanyLogo | undefined>
  save(scope: CompanyScope, logo: CompanyLogo): Promise<void>
  remove(scope: CompanyScope): Promise<void>
}

export function createCompanyLogos(database: Database): CompanyLogos {
  const { logos } = definePeopleModels(database.connection)
  return {
    async of({ companyId }) {
      const found = await logos.findOne({ companyId, _id: companyId })
      return found === null
        ? undefined
        : { contentType: found.contentType, bytes: new Uint8Array(found.bytes) }
    },
    async save({ companyId }, { contentType, bytes }) {
      const kept = { contentType, bytes: Buffer.from(bytes) }
      await logos.updateOne({ companyId, _id: companyId }, { $set: kept }, { upsert: true })
    },
    async remove({ companyId }) {
      await logos.deleteOne({ companyId, _id: companyId })
    },
  }
}
