import { Type } from 'typebox'

/** Which rule gave an expense line its account, in the order in which they are asked (DESIGN §4). */
export const AccountRule = Type.Union([
  Type.Literal('line'),
  Type.Literal('material'),
  Type.Literal('cost-code'),
  Type.Literal('vendor'),
  Type.Literal('connection-default'),
  /** The account for rounding lines (G-16). */
  Type.Literal('rounding'),
  /** The account for tax that the ledger does not keep (G-14). */
  Type.Literal('tax'),
])
export type AccountRule = Type.Static<typeof AccountRule>
