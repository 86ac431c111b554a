import { Type } from 'typebox'

/** Where something stands in a ledger; the same words and colours everywhere (DESIGN §9). */
export const LedgerStateName = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('sending'),
  Type.Literal('checking'),
  Type.Literal('verified'),
  Type.Literal('differs'),
  Type.Literal('unknown'),
  Type.Literal('needs-attention'),
  Type.Literal('rejected'),
  Type.Literal('closed'),
  Type.Literal('removed'),
  Type.Literal('stopped'),
])
export type LedgerStateName = Type.Static<typeof LedgerStateName>
