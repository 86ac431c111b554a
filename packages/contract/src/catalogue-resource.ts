import { DecimalText, RemoteReference } from '@fieldledger/accounting'
import { Type } from 'typebox'
import { LedgerStateName } from './ledger-state-name.ts'

/** A record's pair in one ledger. "unlinked" = no entry for that connection. */
export const LinkView = Type.Object({
  connectionId: Type.String(),
  providerLabel: Type.String(),
  remote: RemoteReference,
  active: Type.Boolean(),
  /** A change of ours that the ledger has not confirmed; the message says why not. */
  owed: Type.Optional(Type.Object({ since: Type.String(), message: Type.Optional(Type.String()) })),
})
export type LinkView = Type.Static<typeof LinkView>

/** A vendor that was asked for in a ledger and is not there yet: under way, or in trouble. */
export const VendorCreation = Type.Object({
  connectionId: Type.String(),
  effectId: Type.String(),
  /** In the words of LedgerState. */
  state: LedgerStateName,
  /** Of the trouble: "outcome-unknown" asks whether it is there. */
  code: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
})
export type VendorCreation = Type.Static<typeof VendorCreation>

const base = {
  id: Type.String(),
  name: Type.String(),
  archived: Type.Boolean(),
  links: Type.Array(LinkView),
  updatedAt: Type.String(),
}
const text = Type.Optional(Type.String())

export const VendorView = Type.Object({
  ...base,
  email: text,
  phone: text,
  currency: text,
  /** One for each address of the e-mail field. */
  contacts: Type.Array(Type.Object({ email: Type.String() })),
  address: text,
  city: text,
  region: text,
  postalCode: text,
  country: text,
  accountNumber: text,
  /** The ledger account of this vendor's expense lines, when it has one of its own. */
  accountId: text,
  /** proposed = named by a field user, not yet looked at by the bookkeeper. */
  state: Type.Union([Type.Literal('active'), Type.Literal('proposed')]),
  creations: Type.Array(VendorCreation),
})
export type VendorView = Type.Static<typeof VendorView>

export const MaterialView = Type.Object({
  ...base,
  sku: text,
  description: text,
  unit: text,
  price: Type.Optional(DecimalText),
  /** Whatever the ledger says it costs. */
  freeOfCharge: Type.Optional(Type.Boolean()),
  /** From whom it is bought. */
  vendorId: text,
  accountId: text,
})
export type MaterialView = Type.Static<typeof MaterialView>

export const CustomerView = Type.Object({ ...base, email: text, phone: text })
export type CustomerView = Type.Static<typeof CustomerView>

export const ProjectView = Type.Object({ ...base, code: text })
export type ProjectView = Type.Static<typeof ProjectView>

export const CostCodeView = Type.Object({ ...base, code: Type.String() })
export type CostCodeView = Type.Static<typeof CostCodeView>

export const AccountView = Type.Object({ ...base, number: text, role: Type.String() })
export type AccountView = Type.Static<typeof AccountView>

export const ImportList = Type.Union([
  Type.Literal('vendors'),
  Type.Literal('items'),
  Type.Literal('accounts'),
])

/** What becomes of a record of the ledger. */
export const ImportOutcome = Type.Union([
  Type.Literal('create'),
  Type.Literal('link'),
  Type.Literal('update'),
  Type.Literal('already-linked'),
  Type.Literal('skip-inactive'),
  Type.Literal('conflict'),
])

/**
 * POST /connections/:id/import { lists, apply }: with apply=false a preview. Match key: name and currency (G-08);
 * POST with apply=true does what the preview said.
 */
export const ImportPreview = Type.Object({
  list: ImportList,
  rows: Type.Array(
    Type.Object({
      remote: RemoteReference,
      outcome: ImportOutcome,
      matchedId: Type.Optional(Type.String()),
      note: Type.Optional(Type.String()),
    }),
  ),
})
export type ImportPreview = Type.Static<typeof ImportPreview>

/** The answer of POST /connections/:id/import. */
export const ImportAnswer = Type.Object({
  previews: Type.Array(ImportPreview),
  applied: Type.Boolean(),
  /** Lists too long for one request: a worker goes on with them; GET /connections/:id/whole-import tells how far it is. */
  underWay: Type.Array(ImportList),
})
export type ImportAnswer = Type.Static<typeof ImportAnswer>

/** POST /connections/:id/sync-items: what became of every pair and of every item that the ledger has. */
export const SyncItemsAnswer = Type.Object({
  rows: Type.Array(
    Type.Object({
      remote: RemoteReference,
      outcome: Type.Union([
        Type.Literal('synchronised'),
        Type.Literal('changed'),
        Type.Literal('unchanged'),
        /** Merged there into another one: the pair went with it. */
        Type.Literal('moved'),
        /** Inactive there: mapped no longer. */
        Type.Literal('disappeared'),
        Type.Literal('not-mapped'),
        Type.Literal('conflict'),
      ]),
      ourId: Type.Optional(Type.String()),
      notes: Type.Array(Type.String()),
    }),
  ),
  /** How many of ours have no pair in that ledger now. */
  notMapped: Type.Integer(),
  /** The list is too long for one request: a worker goes on with it, and there are no rows. */
  underWay: Type.Boolean(),
})
export type SyncItemsAnswer = Type.Static<typeof SyncItemsAnswer>

/** Health of one connection; `state` is active, needs-reconnect or disconnected. */
export const ConnectionHealth = Type.Object({
  state: Type.String(),
  ledgerCompany: Type.Optional(Type.String()),
  checkedAt: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
})
export type ConnectionHealth = Type.Static<typeof ConnectionHealth>
