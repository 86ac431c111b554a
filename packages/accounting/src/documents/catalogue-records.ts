import { Type } from 'typebox'
import { DecimalText } from '../money/decimal-text.ts'
import { PaymentTerms } from '../terms/payment-terms.ts'
import { RemoteReference } from './remote-reference.ts'

/** The legal address: its lines, and the parts that every ledger keeps apart. */
export const PostalAddress = Type.Object({
  address: Type.Optional(Type.String()),
  city: Type.Optional(Type.String()),
  region: Type.Optional(Type.String()),
  postalCode: Type.Optional(Type.String()),
  country: Type.Optional(Type.String()),
})
export type PostalAddress = Type.Static<typeof PostalAddress>

/** A vendor or customer as the ledger knows it. */
export const RemoteParty = Type.Object({
  reference: RemoteReference,
  name: Type.String(),
  email: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  accountNumber: Type.Optional(Type.String()),
  ...PostalAddress.properties,
  currency: Type.Optional(Type.String()),
  /** When its bills are due, where the ledger tells it with the record. */
  paymentTerms: Type.Optional(PaymentTerms),
  active: Type.Boolean(),
})
export type RemoteParty = Type.Static<typeof RemoteParty>

/** A class, a location, an option of a category: what a line is counted under there. */
export const RemoteMark = Type.Object({
  ...RemoteReference.properties,
  active: Type.Boolean(),
  /** Out of which of the ledger's lists, where it has several; a line takes one of each. */
  list: Type.Optional(Type.String()),
})
export type RemoteMark = Type.Static<typeof RemoteMark>

/** Terms of payment out of the ledger's own list, by which documents name them. */
export const RemoteTerm = Type.Object({
  ...RemoteReference.properties,
  active: Type.Boolean(),
  /** How they count; absent = otherwise than ours do. */
  paymentTerms: Type.Optional(PaymentTerms),
})
export type RemoteTerm = Type.Static<typeof RemoteTerm>

/** One who may be named on documents; `name` is what the ledger shows, which may begin with a number. */
export const RemoteEmployee = Type.Object({
  ...RemoteReference.properties,
  active: Type.Boolean(),
  /** First and last name, where it keeps them. */
  fullName: Type.Optional(Type.String()),
})
export type RemoteEmployee = Type.Static<typeof RemoteEmployee>

/** How a new item is kept in the ledger. */
export const ItemKind = Type.Union([
  Type.Literal('non-inventory'),
  Type.Literal('service'),
  Type.Literal('inventory'),
])
export type ItemKind = Type.Static<typeof ItemKind>

/** An item (material) as the ledger knows it. */
export const RemoteItem = Type.Object({
  reference: RemoteReference,
  name: Type.String(),
  sku: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  kind: Type.Union([ItemKind, Type.Literal('other')]),
  purchaseCost: Type.Optional(DecimalText),
  expenseAccount: Type.Optional(RemoteReference),
  /** From whom it is bought, where the ledger says so. */
  preferredVendor: Type.Optional(RemoteReference),
  active: Type.Boolean(),
})
export type RemoteItem = Type.Static<typeof RemoteItem>

/** An account as the ledger knows it. `role` says what it may be used for. */
export const RemoteAccount = Type.Object({
  reference: RemoteReference,
  name: Type.String(),
  number: Type.Optional(Type.String()),
  role: Type.Union([
    Type.Literal('expense'),
    Type.Literal('cost-of-goods-sold'),
    Type.Literal('income'),
    Type.Literal('inventory-asset'),
    Type.Literal('payable'),
    Type.Literal('other'),
  ]),
  active: Type.Boolean(),
})
export type RemoteAccount = Type.Static<typeof RemoteAccount>

/** A vendor to be made in the ledger. */
export interface NewParty extends PostalAddress {
  name: string
  email?: string
  phone?: string
  accountNumber?: string
}

/** A vendor as it is to be in the ledger from now on: what is absent is cleared there. */
export interface ChangedParty {
  reference: RemoteReference
  party: NewParty
  active: boolean
  /** As it was read: a ledger that counts its revisions refuses the change when it has another one by now. */
  ifRevision?: string
}

/** Fields of an item that are changed from here, in the ledger's own record. */
export interface ItemChanges {
  name?: string
  sku?: string
  description?: string
  purchaseCost?: DecimalText
}

/** An item of which these fields are to be so from now on; whatever is absent stays as it is there. */
export interface ChangedItem {
  reference: RemoteReference
  changes: ItemChanges
  /** As it was read: a ledger that counts its revisions refuses the change when it has another one by now. */
  ifRevision?: string
}

/** An item to be made in the ledger, with the accounts that its kind needs. */
export interface NewItem {
  name: string
  sku?: string
  description?: string
  kind: ItemKind
  purchaseCost?: DecimalText
  expenseAccount?: RemoteReference
  incomeAccount?: RemoteReference
  assetAccount?: RemoteReference
  /** Inventory needs the date from which its quantity (0) counts: YYYY-MM-DD. */
  startDate: string
}
