import { Type } from 'typebox'

/** The status in which a document is made in a ledger that has several of them. */
export const FirstStatus = Type.Union([
  Type.Literal('draft'),
  Type.Literal('awaiting-approval'),
  Type.Literal('approved'),
])
export type FirstStatus = Type.Static<typeof FirstStatus>
