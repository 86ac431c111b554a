import { Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'

/** GET /submissions/:id/preflight: rows, one for every ledger that the form can go to and has not reached. */
export const LedgerPreflight = Type.Object({
  connectionId: Type.String(),
  connectionName: Type.String(),
  providerLabel: Type.String(),
  documentLabel: Type.String(),
  problems: Type.Array(Problem),
})
export type LedgerPreflight = Type.Static<typeof LedgerPreflight>

/** POST /submissions/:id/not-a-duplicate */
export const NotADuplicate = Type.Object(
  {
    twinId: Type.String({ minLength: 1, maxLength: 64 }),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  { additionalProperties: false },
)
export type NotADuplicate = Type.Static<typeof NotADuplicate>
