import { Money } from '@fieldledger/accounting'
import { Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'

/** One of the orders into which a form will be split: whom it goes to, and how much of the form it is. */
export const PlannedOrder = Type.Object({
  vendor: Type.String(),
  lines: Type.Integer(),
  total: Money,
})
export type PlannedOrder = Type.Static<typeof PlannedOrder>

/** GET /submissions/:id/preflight: rows, one for every ledger that the form can go to and has not reached. */
export const LedgerPreflight = Type.Object({
  connectionId: Type.String(),
  connectionName: Type.String(),
  providerLabel: Type.String(),
  documentLabel: Type.String(),
  problems: Type.Array(Problem),
  /** What it becomes there, where that is more than one document; vendor '' = not in the catalogue. */
  orders: Type.Optional(Type.Array(PlannedOrder)),
})
export type LedgerPreflight = Type.Static<typeof LedgerPreflight>

/** POST /forms/:id/preflight: a form that is being filled in, as far as it has come; rows as above. */
export const UnsentForm = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    formVersion: Type.Integer(),
    /** Checked against the form version's own schema, not here. */
    values: Type.Record(Type.String(), Type.Unknown()),
    madeFrom: Type.Optional(Type.String({ format: 'uuid' })),
  },
  { additionalProperties: false },
)
export type UnsentForm = Type.Static<typeof UnsentForm>

/** POST /submissions/:id/not-a-duplicate */
export const NotADuplicate = Type.Object(
  {
    twinId: Type.String({ minLength: 1, maxLength: 64 }),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  { additionalProperties: false },
)
export type NotADuplicate = Type.Static<typeof NotADuplicate>
