import { trusted } from 'mongoose'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'

export interface ConnectedCompany {
  companyId: string
  ledgerCompanyId: string
}

/** A message of a ledger names its company alone: whose books those are, here. */
export async function connectedCompanies(
  database: Database,
  which: { provider: string; environment: string; ledgerCompanyIds: readonly string[] },
): Promise<ConnectedCompany[]> {
  const { connections } = defineConnectionModels(database.connection)
  const { provider, environment, ledgerCompanyIds } = which
  const found = await connections
    .find(
      {
        provider,
        environment: environment as 'practice',
        state: 'active',
        ledgerCompanyId: trusted({ $in: [...ledgerCompanyIds] }),
      },
      { companyId: 1, ledgerCompanyId: 1 },
    )
    .setOptions(acrossCompanies('find whose books a message of a ledger is about'))
    .lean()
  return found.flatMap(({ companyId, ledgerCompanyId }) =>
    ledgerCompanyId === undefined ? [] : [{ companyId, ledgerCompanyId }],
  )
}
