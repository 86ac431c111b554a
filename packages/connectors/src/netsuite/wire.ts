import { Type } from 'typebox'

/*
 * What we read of the service's answers. Names and shapes: the REST API Browser, record v1, release 2026.1 (reference
 * §3.3) and SuiteQL's (§3.4). Unknown extra properties are allowed; what we use is checked.
 */

const Amount = Type.Number({ minimum: -1e13, maximum: 1e13 })
export const Id = Type.String({ minLength: 1, maxLength: 20, pattern: '^-?\\d+$' })
const Text = Type.String({ maxLength: 10_000 })
export const Name = Type.String({ maxLength: 1000 })
export const Mark = Type.String({ maxLength: 100 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}', maxLength: 40 })

/** `nsResource` and every reference: an echo has a name beside the id. */
const Reference = Type.Object({ id: Id, refName: Type.Optional(Name) })

/** An enumeration: `{ "id": "B", "refName": "Pending Receipt" }`. */
const Enumerated = Type.Object({ id: Mark, refName: Type.Optional(Mark) })

/** `nsError`. */
export const NsError = Type.Object({
  title: Type.Optional(Text),
  status: Type.Optional(Type.Integer()),
  'o:errorDetails': Type.Array(
    Type.Object({
      detail: Type.Optional(Text),
      'o:errorCode': Type.Optional(Mark),
      'o:errorPath': Type.Optional(Name),
    }),
    { maxItems: 1000 },
  ),
})

/** What stands on a head or a line beside the money. */
const marks = {
  class: Type.Optional(Reference),
  department: Type.Optional(Reference),
  location: Type.Optional(Reference),
}

const ofLine = {
  ...marks,
  customer: Type.Optional(Reference),
  taxCode: Type.Optional(Reference),
  line: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e9 })),
  amount: Type.Optional(Amount),
  isClosed: Type.Optional(Type.Boolean()),
}

/** `purchaseOrder-itemElement`, `vendorBill-itemElement`. */
export const ItemLine = Type.Object({
  ...ofLine,
  item: Reference,
  quantity: Type.Optional(Amount),
  rate: Type.Optional(Amount),
  description: Type.Optional(Text),
  quantityReceived: Type.Optional(Amount),
  quantityBilled: Type.Optional(Amount),
})
export type ItemLine = Type.Static<typeof ItemLine>

/** `purchaseOrder-expenseElement`, `vendorBill-expenseElement`: account or category, never a quantity. */
export const ExpenseLine = Type.Object({
  ...ofLine,
  account: Type.Optional(Reference),
  memo: Type.Optional(Text),
})
export type ExpenseLine = Type.Static<typeof ExpenseLine>

const ofTransaction = {
  ...marks,
  id: Id,
  tranId: Type.Optional(Name),
  externalId: Type.Optional(Name),
  entity: Reference,
  tranDate: Type.Optional(Day),
  dueDate: Type.Optional(Day),
  terms: Type.Optional(Reference),
  memo: Type.Optional(Text),
  currency: Type.Optional(Reference),
  status: Type.Optional(Enumerated),
  total: Type.Optional(Amount),
  taxTotal: Type.Optional(Amount),
  lastModifiedDate: Type.Optional(Mark),
  item: Type.Optional(Type.Object({ items: Type.Optional(Type.Array(ItemLine, { maxItems: 20_000 })) })),
  expense: Type.Optional(
    Type.Object({ items: Type.Optional(Type.Array(ExpenseLine, { maxItems: 20_000 })) }),
  ),
}

/** `purchaseOrder`, read with expandSubResources=true. */
export const PurchaseOrder = Type.Object({
  ...ofTransaction,
  orderStatus: Type.Optional(Enumerated),
  employee: Type.Optional(Reference),
  shippingAddress: Type.Optional(Type.Object({ addrText: Type.Optional(Text) })),
  subtotal: Type.Optional(Amount),
})
export type PurchaseOrder = Type.Static<typeof PurchaseOrder>

/** `vendorBill`, read with expandSubResources=true. */
export const Bill = Type.Object({ ...ofTransaction, userTotal: Type.Optional(Amount) })
export type Bill = Type.Static<typeof Bill>

const ofReceiptLine = {
  line: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e9 })),
  amount: Type.Optional(Amount),
}

/** `itemReceipt-itemElement`: `orderLine` is the key of the order's line. */
const ReceivedItem = Type.Object({
  ...ofReceiptLine,
  item: Type.Optional(Reference),
  description: Type.Optional(Text),
  quantity: Type.Optional(Amount),
  itemReceive: Type.Optional(Type.Boolean()),
  orderLine: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e9 })),
})

/** `itemReceipt-expenseElement`: it has arrived or not; there is no quantity. */
const ReceivedExpense = Type.Object({
  ...ofReceiptLine,
  account: Type.Optional(Reference),
  memo: Type.Optional(Text),
  markReceived: Type.Optional(Type.Boolean()),
  orderLine: Type.Optional(Type.String({ maxLength: 20 })),
})

/** `itemReceipt`, read with expandSubResources=true. It has neither a due date nor a total. */
export const Receipt = Type.Object({
  id: Id,
  tranId: Type.Optional(Name),
  entity: Type.Optional(Reference),
  createdFrom: Type.Optional(Reference),
  tranDate: Type.Optional(Day),
  memo: Type.Optional(Text),
  currency: Type.Optional(Reference),
  lastModifiedDate: Type.Optional(Mark),
  item: Type.Optional(Type.Object({ items: Type.Optional(Type.Array(ReceivedItem, { maxItems: 20_000 })) })),
  expense: Type.Optional(
    Type.Object({ items: Type.Optional(Type.Array(ReceivedExpense, { maxItems: 20_000 })) }),
  ),
})
export type Receipt = Type.Static<typeof Receipt>

/** A row gives ids as numbers or as text, and yes and no as T and F. Empty columns are left out, or null. */
export const RowId = Type.Union([Id, Type.Integer({ minimum: -1e15, maximum: 1e15 })])
export const Column = Type.Optional(
  Type.Union([Text, Type.Number({ minimum: -1e13, maximum: 1e13 }), Type.Boolean(), Type.Null()]),
)

/** `POST /query/v1/suiteql`: column names come in small letters. */
export const QueryPage = Type.Object({
  items: Type.Array(Type.Object({ id: RowId }), { maxItems: 1000 }),
  hasMore: Type.Optional(Type.Boolean()),
  totalResults: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e9 })),
})

/** Of any table that is asked for what was changed. */
export const ChangedRow = Type.Object({
  id: RowId,
  at: Column,
  isinactive: Column,
  subtype: Column,
  displayname: Column,
  itemid: Column,
  type: Column,
})
export type ChangedRow = Type.Static<typeof ChangedRow>

/** `vendor`, read with expandSubResources=true: what it may be billed in. */
export const VendorCurrencies = Type.Object({
  currency: Type.Optional(Reference),
  currencyList: Type.Optional(
    Type.Object({
      items: Type.Optional(
        Type.Array(Type.Object({ currency: Type.Optional(Reference) }), { maxItems: 1000 }),
      ),
    }),
  ),
})

export const VendorRow = Type.Object({
  id: RowId,
  entityid: Column,
  companyname: Column,
  email: Column,
  phone: Column,
  accountnumber: Column,
  isinactive: Column,
})
export type VendorRow = Type.Static<typeof VendorRow>

export const ItemRow = Type.Object({
  id: RowId,
  itemid: Column,
  displayname: Column,
  upccode: Column,
  itemtype: Column,
  subtype: Column,
  purchasedescription: Column,
  cost: Column,
  expenseaccount: Column,
  isinactive: Column,
})
export type ItemRow = Type.Static<typeof ItemRow>

export const AccountRow = Type.Object({
  id: RowId,
  acctnumber: Column,
  displaynamewithhierarchy: Column,
  accttype: Column,
  issummary: Column,
  isinactive: Column,
})
export type AccountRow = Type.Static<typeof AccountRow>

/** Classes, departments, locations and subsidiaries alike. */
export const CustomerRow = Type.Object({
  id: RowId,
  entityid: Column,
  companyname: Column,
  isinactive: Column,
})
export type CustomerRow = Type.Static<typeof CustomerRow>

export const NamedRow = Type.Object({ id: RowId, name: Column, fullname: Column, isinactive: Column })
export type NamedRow = Type.Static<typeof NamedRow>

export const SubsidiaryRow = Type.Object({ id: RowId, name: Column, parent: Column, currency: Column })

export const CurrencyRow = Type.Object({ id: RowId, symbol: Column })

/** `accountingPeriod` (NSREC). */
export const PeriodRow = Type.Object({
  id: RowId,
  ends: Column,
  closed: Column,
  aplocked: Column,
  alllocked: Column,
})

export const TransactionRow = Type.Object({ id: RowId, externalid: Column })

export const ActiveRow = Type.Object({ id: RowId, isinactive: Column })
