import { ErrorEntry } from '@fieldledger/accounting'
import { Type } from 'typebox'

/** GET /error-catalogue: rows, every way in which a ledger says no. */
export const ExplainedError = Type.Object({
  provider: Type.String(),
  providerLabel: Type.String(),
  ...ErrorEntry.properties,
})
export type ExplainedError = Type.Static<typeof ExplainedError>

/** Which row of it explains an error. */
export const ErrorExplanation = Type.Object({ provider: Type.String(), entry: Type.String() })
export type ErrorExplanation = Type.Static<typeof ErrorExplanation>
