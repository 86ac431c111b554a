import { Capabilities, RemoteAccount, RemoteItem, RemoteParty } from '@fieldledger/accounting'
import {
  ConnectionSummary,
  Environment,
  ItemRules,
  MappingRules,
  SendingSettings,
  SupplierRules,
} from '@fieldledger/workflow'
import { Type } from 'typebox'
import { ConnectionHealth, ImportList } from './catalogue-resource.ts'

const closed = { additionalProperties: false }

/** GET /providers: rows. `environments` are those that this company may have; without keys it says why not. */
export const ProviderView = Type.Object({
  id: Type.String(),
  label: Type.String(),
  logoUrl: Type.String(),
  capabilities: Capabilities,
  environments: Type.Array(
    Type.Object({
      environment: Environment,
      available: Type.Boolean(),
      reason: Type.Optional(Type.String()),
    }),
  ),
})
export type ProviderView = Type.Static<typeof ProviderView>

/** GET /connections: rows; GET /connections/:id; the answer of every change of one. */
export const ConnectionView = Type.Object({
  ...ConnectionSummary.properties,
  logoUrl: Type.String(),
  ledgerCompanyId: Type.Optional(Type.String()),
  ledgerCompany: Type.Optional(Type.String()),
  currency: Type.Optional(Type.String()),
  health: ConnectionHealth,
  connectedAt: Type.Optional(Type.String()),
  supplierRules: SupplierRules,
  itemRules: ItemRules,
  /** How many of ours are linked with that ledger company. */
  linked: Type.Object({ vendors: Type.Integer(), materials: Type.Integer(), accounts: Type.Integer() }),
  /** List of the ledger's → when it was imported last; of `payments`: when it was heard last what was done there. */
  imported: Type.Record(Type.String(), Type.String()),
})
export type ConnectionView = Type.Static<typeof ConnectionView>

/** POST /connections: then POST /connections/:id/authorize answers the URL of the consent page. */
export const NewConnection = Type.Object(
  {
    provider: Type.String({ minLength: 1, maxLength: 60 }),
    environment: Environment,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  },
  closed,
)
export type NewConnection = Type.Static<typeof NewConnection>

/** POST /connections/:id/authorize: reconnecting with another ledger company must be confirmed. */
export const AuthoriseRequest = Type.Object({ otherLedgerConfirmed: Type.Optional(Type.Boolean()) }, closed)
export type AuthoriseRequest = Type.Static<typeof AuthoriseRequest>

export const AuthoriseAnswer = Type.Object({ url: Type.String() })
export type AuthoriseAnswer = Type.Static<typeof AuthoriseAnswer>

/** PUT /connections/:id/settings */
export const ConnectionSettings = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    rules: Type.Optional(MappingRules),
    sending: Type.Optional(SendingSettings),
    supplierRules: Type.Optional(SupplierRules),
    itemRules: Type.Optional(ItemRules),
  },
  closed,
)
export type ConnectionSettings = Type.Static<typeof ConnectionSettings>

/** DELETE /connections/:id: `revoked` = the ledger confirmed that our access is withdrawn. */
export const DisconnectAnswer = Type.Object({ revoked: Type.Boolean() })
export type DisconnectAnswer = Type.Static<typeof DisconnectAnswer>

/** POST /connections/:id/import; answers { previews: ImportPreview[], applied }. */
export const ImportRequest = Type.Object(
  {
    lists: Type.Array(ImportList, { minItems: 1, maxItems: 3 }),
    apply: Type.Boolean(),
  },
  closed,
)
export type ImportRequest = Type.Static<typeof ImportRequest>

/** GET /connections/:id/remote/{vendors,items,accounts,classes}?q= : live from the ledger, at most 50. */
export const RemoteVendorPage = Type.Object({ rows: Type.Array(RemoteParty) })
export const RemoteItemPage = Type.Object({ rows: Type.Array(RemoteItem) })
export const RemoteAccountPage = Type.Object({ rows: Type.Array(RemoteAccount) })
