import { Environment } from '@fieldledger/workflow'
import { Type } from 'typebox'

const companyId = Type.String({ minLength: 1, maxLength: 100 })

/** GET /company-choices/:id: a consent opened several companies of the ledger, and its person chooses among them. */
export const CompanyChoiceView = Type.Object({
  id: Type.String(),
  providerLabel: Type.String(),
  logoUrl: Type.String(),
  environment: Environment,
  expiresAt: Type.String(),
  companies: Type.Array(
    Type.Object({
      id: companyId,
      name: Type.Optional(Type.String()),
      /** There is an active connection with it. */
      connected: Type.Boolean(),
    }),
  ),
})
export type CompanyChoiceView = Type.Static<typeof CompanyChoiceView>

/** POST /company-choices/:id */
export const ChosenCompanies = Type.Object(
  { companies: Type.Array(companyId, { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false },
)
export type ChosenCompanies = Type.Static<typeof ChosenCompanies>

/** A connection for each, in the order of the choice. */
export const ChosenAnswer = Type.Object({ connectionIds: Type.Array(Type.String()) })
export type ChosenAnswer = Type.Static<typeof ChosenAnswer>
