import { Type } from 'typebox'
import { DecimalText } from '../money/decimal-text.ts'
import { Money } from '../money/money.ts'
import { AccountRule } from './account-rule.ts'
import { DocumentKind } from './document-kind.ts'
import { FirstStatus } from './first-status.ts'
import { RemoteReference } from './remote-reference.ts'

/** A line of an order in the ledger, by the ledger's own ids. */
export const OrderLine = Type.Object({ order: Type.String(), line: Type.String() })
export type OrderLine = Type.Static<typeof OrderLine>

/** A line of an order there, and in which of the ledger's two lists it stands. */
export interface OrderedLine extends OrderLine {
  kind: 'item' | 'expense'
}

/** One line of a document: `item` (QuickBooks Item details) or `expense` (QuickBooks Category details). */
export const DocumentLine = Type.Object(
  {
    id: Type.String(),
    kind: Type.Union([Type.Literal('item'), Type.Literal('expense')]),
    item: Type.Optional(RemoteReference),
    account: Type.Optional(RemoteReference),
    accountRule: Type.Optional(AccountRule),
    description: Type.String(),
    quantity: DecimalText,
    unit: Type.Optional(Type.String()),
    unitPrice: DecimalText,
    amount: Money,
    /** In per cent; absent where the ledger takes no tax on a line. */
    taxRate: Type.Optional(DecimalText),
    /** The ledger's own code of that rate, where the company keeps such a list. */
    taxCode: Type.Optional(RemoteReference),
    /** What this line bills or receives, where the ledger holds the order. */
    orderLine: Type.Optional(OrderLine),
    class: Type.Optional(RemoteReference),
    /** Marks beside it, out of other lists of the ledger. */
    tracking: Type.Optional(Type.Array(RemoteReference)),
    project: Type.Optional(RemoteReference),
    /** What our version before had on the line in this place, and this one has not. */
    dropped: Type.Optional(
      Type.Object({
        class: Type.Optional(RemoteReference),
        tracking: Type.Optional(Type.Array(RemoteReference)),
        project: Type.Optional(RemoteReference),
      }),
    ),
  },
  { additionalProperties: false },
)
export type DocumentLine = Type.Static<typeof DocumentLine>

/**
 * A canonical document, ready for any connector to translate: every reference is the ledger's own id.
 * `net` is the sum of the lines; `total` adds tax where the ledger company has purchase tax (G-14).
 */
export const LedgerDocument = Type.Object(
  {
    kind: DocumentKind,
    number: Type.String(),
    party: RemoteReference,
    date: Type.String({ format: 'date' }),
    dueDate: Type.Optional(Type.String({ format: 'date' })),
    terms: Type.Optional(RemoteReference),
    employee: Type.Optional(RemoteReference),
    currency: Type.String(),
    memo: Type.Optional(Type.String()),
    /** The address of the form, for a memo that says nothing else. No part of what the document says: a server may move. */
    backLink: Type.Optional(Type.String()),
    /** Texts for a ledger that keeps them beside the document. */
    notes: Type.Optional(Type.Array(Type.String())),
    shipTo: Type.Optional(Type.String()),
    class: Type.Optional(RemoteReference),
    tracking: Type.Optional(Type.Array(RemoteReference)),
    project: Type.Optional(RemoteReference),
    /** How a ledger company with tax codes taxes it: by the codes of its lines, or not at all. Absent = it has none. */
    taxing: Type.Optional(Type.Union([Type.Literal('by-lines'), Type.Literal('none')])),
    /** Absent = the ledger's usual one. */
    firstStatus: Type.Optional(FirstStatus),
    /** What our version before said and this one does not: it goes there too. What people entered there stays. */
    dropped: Type.Optional(
      Type.Object({
        memo: Type.Optional(Type.String()),
        shipTo: Type.Optional(Type.String()),
        terms: Type.Optional(RemoteReference),
        employee: Type.Optional(RemoteReference),
        class: Type.Optional(RemoteReference),
        tracking: Type.Optional(Type.Array(RemoteReference)),
      }),
    ),
    lines: Type.Array(DocumentLine),
    net: Money,
    total: Money,
  },
  { additionalProperties: false },
)
export type LedgerDocument = Type.Static<typeof LedgerDocument>

/** What a ledger gave back when it was read: the comparable part of a document and its state there. */
export const RemoteDocument = Type.Object(
  {
    reference: RemoteReference,
    kind: DocumentKind,
    number: Type.Optional(Type.String()),
    party: Type.Optional(RemoteReference),
    date: Type.Optional(Type.String()),
    dueDate: Type.Optional(Type.String()),
    terms: Type.Optional(RemoteReference),
    employee: Type.Optional(RemoteReference),
    memo: Type.Optional(Type.String()),
    status: Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('removed')]),
    /** The ledger’s own word for the state, e.g. “Awaiting Payment”; absent where `status` says it all. */
    stateThere: Type.Optional(Type.String()),
    /** How it stands there, by the name of one of the connector's `edits`; absent = not told. */
    standing: Type.Optional(Type.String()),
    /** true = somebody there has to approve it first, since our role may not (G-04). */
    awaitsApproval: Type.Optional(Type.Boolean()),
    net: Money,
    /** With tax. Bills are compared by it, orders where we told the rates of their lines (G-14). */
    total: Type.Optional(Money),
    /** Marks of its head, of all lists; absent = this ledger has none there. */
    classes: Type.Optional(Type.Array(RemoteReference)),
    shipTo: Type.Optional(Type.String()),
    lines: Type.Array(
      Type.Object({
        id: Type.Optional(Type.String()),
        kind: Type.Union([Type.Literal('item'), Type.Literal('expense')]),
        item: Type.Optional(RemoteReference),
        account: Type.Optional(RemoteReference),
        description: Type.Optional(Type.String()),
        quantity: Type.Optional(Type.String()),
        /** Absent = it is not taxed by codes. */
        taxCode: Type.Optional(RemoteReference),
        /** Absent = its lines of that kind have none. */
        unitPrice: Type.Optional(Type.String()),
        /** The line of the order that it bills or receives. */
        orderLine: Type.Optional(OrderLine),
        /** Absent = not told. */
        classes: Type.Optional(Type.Array(RemoteReference)),
        projects: Type.Optional(Type.Array(RemoteReference)),
        amount: Money,
      }),
    ),
    url: Type.Optional(Type.String()),
    /** Why it is not closed there either (G-13); absent = it can be, or is no document that is closed. */
    closing: Type.Optional(Type.Object({ refused: Type.String() })),
    /** What taking it away would do there now, or the sentence that says why it stays (G-13). */
    removal: Type.Optional(
      Type.Union([
        Type.Object({ becomes: Type.Union([Type.Literal('deleted'), Type.Literal('voided')]) }),
        Type.Object({ refused: Type.String() }),
      ]),
    ),
  },
  { additionalProperties: false },
)
export type RemoteDocument = Type.Static<typeof RemoteDocument>
