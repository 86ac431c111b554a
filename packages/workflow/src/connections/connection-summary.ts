import { Capabilities, DecimalText, FirstStatus, RemoteReference } from '@fieldledger/accounting'
import { Type } from 'typebox'
import { BillTax } from './bill-tax.ts'
import { LedgerFacts } from './ledger-facts.ts'
import { SendingSettings } from './sending-settings.ts'

export const ConnectionState = Type.Union([
  Type.Literal('active'),
  Type.Literal('needs-reconnect'),
  Type.Literal('disconnected'),
])
export type ConnectionState = Type.Static<typeof ConnectionState>

export const Environment = Type.Union([
  Type.Literal('practice'),
  Type.Literal('sandbox'),
  Type.Literal('production'),
])
export type Environment = Type.Static<typeof Environment>

/** Settings that decide accounts: Connections → Mapping rules. Values are ids of the ledger's accounts. */
export const MappingRules = Type.Object(
  {
    defaultExpenseAccount: Type.Optional(RemoteReference),
    costCodeAccounts: Type.Record(Type.String(), RemoteReference),
    payablesAccount: Type.Optional(RemoteReference),
    /** Where what is new stands, and whose documents are sent, when the ledger company has several parts. */
    subsidiary: Type.Optional(RemoteReference),
    /** Document kind → the status in which it is made there; absent = the ledger's usual one (G-04). */
    firstStatus: Type.Optional(Type.Record(Type.String(), FirstStatus)),
    /** Digits after the comma of unit prices; absent = as many as the ledger usually keeps (S1-23). */
    unitPriceDigits: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    /** Bills whose total differs from the paper by at most so much get a rounding line; absent = never (G-16). */
    rounding: Type.Optional(
      Type.Object(
        { toleranceMinor: Type.Integer({ minimum: 1, maximum: 10_000 }), account: RemoteReference },
        { additionalProperties: false },
      ),
    ),
    /** Which of several codes of one rate a line gets (G-14). */
    taxCodes: Type.Optional(
      Type.Array(Type.Object({ rate: DecimalText, code: RemoteReference }, { additionalProperties: false }), {
        maxItems: 100,
      }),
    ),
    /** Tax of a bill in a ledger company that keeps none: to this account; absent = to the default one (G-14). */
    billTax: Type.Optional(BillTax),
  },
  { additionalProperties: false },
)
export type MappingRules = Type.Static<typeof MappingRules>

/** One customer's authorised link, without secrets: what lint, the palette and the drawers need. */
export const ConnectionSummary = Type.Object({
  id: Type.String(),
  provider: Type.String(),
  providerLabel: Type.String(),
  name: Type.String(),
  state: ConnectionState,
  /** The consent that stands; absent = never, or not kept. */
  connectedAt: Type.Optional(Type.String()),
  environment: Environment,
  capabilities: Capabilities,
  rules: MappingRules,
  ledger: Type.Optional(LedgerFacts),
  /** Absent = nobody has chosen yet: nothing leaves by itself. */
  sending: Type.Optional(SendingSettings),
  /** Our database came from a backup then, and may have forgotten what was sent through this connection. */
  restored: Type.Optional(
    Type.Object({
      at: Type.String(),
      /** A person has compared the books: new forms are sent without a look before. */
      compared: Type.Boolean(),
    }),
  ),
})
export type ConnectionSummary = Type.Static<typeof ConnectionSummary>
