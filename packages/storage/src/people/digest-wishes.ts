import type { CompanyScope } from '@fieldledger/workflow'
import type { Database } from '../scope/connect-database.ts'
import { definePeopleModels } from './people-models.ts'

/** Who wants the daily e-mail. */
export interface DigestWishes {
  of(scope: CompanyScope, personId: string): Promise<boolean>
  set(scope: CompanyScope, which: { personId: string; wanted: boolean }): Promise<void>
}

export function createDigestWishes(database: Database): DigestWishes {
  const { memberships } = definePeopleModels(database.connection)
  return {
    async of({ companyId }, userId) {
      return (await memberships.findOne({ companyId, userId }, { digest: 1 }).lean())?.digest === true
    },
    async set({ companyId }, { personId: userId, wanted }) {
      await memberships.updateOne({ companyId, userId }, { $set: { digest: wanted } })
    },
  }
}
