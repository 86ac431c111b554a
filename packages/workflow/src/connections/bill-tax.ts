import { RemoteReference } from '@fieldledger/accounting'
import { Type } from 'typebox'

/** How the tax of a bill arrives in a ledger company without purchase tax, so that the total is the paper's (G-14). */
export const BillTax = Type.Union([
  Type.Object({ as: Type.Literal('line'), account: RemoteReference }, { additionalProperties: false }),
  Type.Object({ as: Type.Literal('spread') }, { additionalProperties: false }),
])
export type BillTax = Type.Static<typeof BillTax>
