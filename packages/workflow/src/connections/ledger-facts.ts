import { PurchaseTaxCode, RemoteReference } from '@fieldledger/accounting'
import { Type } from 'typebox'

/** What the ledger company itself said when it was looked at last; whatever it does not say is absent. */
export const LedgerFacts = Type.Object({
  /** Its home currency. */
  currency: Type.Optional(Type.String()),
  /** All currencies that it takes; absent = it does not say. */
  currencies: Type.Optional(Type.Array(Type.String())),
  /** Whether it has tax on what is bought, where not every company of this ledger has it. */
  purchaseTax: Type.Optional(Type.Boolean()),
  /** Its codes for what is bought, those in use. */
  taxCodes: Type.Optional(Type.Array(PurchaseTaxCode)),
  /** Tax rates in per cent that may stand on what is bought; absent = it does not say. */
  purchaseTaxRates: Type.Optional(Type.Array(Type.String())),
  /** Accounts that take fewer of these, by the ledger's ids; `codes` = of its codes those that they take. */
  accountTaxRates: Type.Optional(
    Type.Array(
      Type.Object({
        account: Type.String(),
        rates: Type.Array(Type.String()),
        codes: Type.Optional(Type.Array(Type.String())),
      }),
    ),
  ),
  /** The parts that it is made of, where documents are of one of them. */
  subsidiaries: Type.Optional(Type.Array(RemoteReference)),
  /** The last day of the closed books, YYYY-MM-DD. */
  closedThrough: Type.Optional(Type.String()),
  /** true = it can be read, and takes nothing new. */
  subscriptionEnded: Type.Optional(Type.Boolean()),
  /** false = the plan has no such document (G-23). */
  documents: Type.Optional(Type.Record(Type.String(), Type.Boolean())),
})
export type LedgerFacts = Type.Static<typeof LedgerFacts>
