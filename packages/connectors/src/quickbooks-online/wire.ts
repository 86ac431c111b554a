import { Type } from 'typebox'

/*
 * What we read of the service's answers. Names and shapes: Intuit's Finance.xsd and IntuitNamesTypes.xsd
 * (QuickBooks-V3-Java-SDK). Unknown extra properties are allowed and kept; what we use is checked.
 */

/** developer.intuit.com "Basic field definitions": amounts are decimals, sent as numbers or as text. */
export const Amount = Type.Union([
  Type.Number({ minimum: -1e13, maximum: 1e13 }),
  Type.String({ pattern: '^-?\\d{1,13}(\\.\\d{1,10})?$' }),
])
export type Amount = Type.Static<typeof Amount>

const Id = Type.String({ minLength: 1, maxLength: 50, pattern: '^[A-Za-z0-9:._-]+$' })
export const Text = Type.String({ maxLength: 4000 })
const CalendarDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}', maxLength: 40 })
const SyncToken = Type.String({ maxLength: 20 })

/** Finance.xsd `ReferenceType`. */
export const Reference = Type.Object({ value: Id, name: Type.Optional(Text) })
export type Reference = Type.Static<typeof Reference>

const mark = Type.Optional(Reference)
const marks = { CustomerRef: mark, ClassRef: mark, TaxCodeRef: mark }

/** Finance.xsd `Line`; an answer may echo both details, DetailType says which one counts. */
export const Line = Type.Object({
  Id: Type.Optional(Type.String({ maxLength: 50 })),
  DetailType: Type.String({ maxLength: 100 }),
  Amount: Type.Optional(Amount),
  Description: Type.Optional(Text),
  ItemBasedExpenseLineDetail: Type.Optional(
    Type.Object({
      ...marks,
      ItemRef: Type.Optional(Reference),
      Qty: Type.Optional(Amount),
      UnitPrice: Type.Optional(Amount),
    }),
  ),
  AccountBasedExpenseLineDetail: Type.Optional(
    Type.Object({ ...marks, AccountRef: Type.Optional(Reference) }),
  ),
})
export type Line = Type.Static<typeof Line>

/** Finance.xsd `PhysicalAddress`. */
const PhysicalAddress = Type.Object({
  Line1: Type.Optional(Text),
  Line2: Type.Optional(Text),
  Line3: Type.Optional(Text),
  Line4: Type.Optional(Text),
  Line5: Type.Optional(Text),
  City: Type.Optional(Text),
  CountrySubDivisionCode: Type.Optional(Text),
  PostalCode: Type.Optional(Text),
  Country: Type.Optional(Text),
})

/** Finance.xsd `PurchaseOrder`. */
export const PurchaseOrder = Type.Object({
  Id,
  SyncToken,
  DocNumber: Type.Optional(Text),
  VendorRef: Reference,
  APAccountRef: Type.Optional(Reference),
  TxnDate: Type.Optional(CalendarDate),
  DueDate: Type.Optional(CalendarDate),
  SalesTermRef: Type.Optional(Reference),
  PrivateNote: Type.Optional(Text),
  POStatus: Type.Optional(Type.String({ maxLength: 50 })),
  TotalAmt: Amount,
  TxnTaxDetail: Type.Optional(Type.Object({ TotalTax: Type.Optional(Amount) })),
  GlobalTaxCalculation: Type.Optional(Type.String({ maxLength: 50 })),
  ShipAddr: Type.Optional(PhysicalAddress),
  ClassRef: Type.Optional(Reference),
  DepartmentRef: Type.Optional(Reference),
  CurrencyRef: Type.Optional(Reference),
  LinkedTxn: Type.Optional(
    Type.Array(Type.Object({ TxnId: Id, TxnType: Type.Optional(Text) }), { maxItems: 10_000 }),
  ),
  Line: Type.Array(Line, { maxItems: 20_000 }),
})
export type PurchaseOrder = Type.Static<typeof PurchaseOrder>

/** Finance.xsd `Bill`: the same transaction, with what is still to be paid. */
export const Bill = Type.Object({ ...PurchaseOrder.properties, Balance: Type.Optional(Amount) })
export type Bill = Type.Static<typeof Bill>

/** IntuitNamesTypes.xsd `Vendor`. */
export const Vendor = Type.Object({
  Id,
  SyncToken,
  DisplayName: Type.String({ maxLength: 1000 }),
  PrimaryEmailAddr: Type.Optional(Type.Object({ Address: Type.Optional(Text) })),
  PrimaryPhone: Type.Optional(Type.Object({ FreeFormNumber: Type.Optional(Text) })),
  AcctNum: Type.Optional(Text),
  BillAddr: Type.Optional(PhysicalAddress),
  CurrencyRef: Type.Optional(Reference),
  Active: Type.Optional(Type.Boolean()),
})
export type Vendor = Type.Static<typeof Vendor>

/** IntuitNamesTypes.xsd `Customer`: projects are customers too. */
const Customer = Type.Object({
  Id,
  DisplayName: Type.Optional(Text),
  Active: Type.Optional(Type.Boolean()),
})

/** Finance.xsd `Item`. */
export const Item = Type.Object({
  Id,
  SyncToken,
  Name: Type.String({ maxLength: 1000 }),
  FullyQualifiedName: Type.Optional(Text),
  Sku: Type.Optional(Text),
  Type: Type.Optional(Type.String({ maxLength: 50 })),
  Description: Type.Optional(Text),
  PurchaseDesc: Type.Optional(Text),
  PurchaseCost: Type.Optional(Amount),
  ExpenseAccountRef: Type.Optional(Reference),
  PrefVendorRef: Type.Optional(Reference),
  Active: Type.Optional(Type.Boolean()),
})
export type Item = Type.Static<typeof Item>

/** Finance.xsd `Account`. */
export const Account = Type.Object({
  Id,
  SyncToken,
  Name: Type.String({ maxLength: 1000 }),
  FullyQualifiedName: Type.Optional(Text),
  AcctNum: Type.Optional(Text),
  AccountType: Type.Optional(Type.String({ maxLength: 100 })),
  AccountSubType: Type.Optional(Type.String({ maxLength: 100 })),
  CurrencyRef: Type.Optional(Reference),
  Active: Type.Optional(Type.Boolean()),
})
export type Account = Type.Static<typeof Account>

/** Finance.xsd `Class`, and `Department`, which is as long. */
export const Class = Type.Object({
  Id,
  SyncToken,
  Name: Type.String({ maxLength: 1000 }),
  FullyQualifiedName: Type.Optional(Text),
  Active: Type.Optional(Type.Boolean()),
})
export type Class = Type.Static<typeof Class>

/** Finance.xsd `Term`: “If dueDays is not null, the Type is Standard else DateDriven.” */
export const Term = Type.Object({
  Id,
  SyncToken,
  Name: Type.Optional(Text),
  DueDays: Type.Optional(Type.Integer({ minimum: -1e6, maximum: 1e6 })),
  Active: Type.Optional(Type.Boolean()),
})
export type Term = Type.Static<typeof Term>

/** Finance.xsd `CompanyInfo`. */
export const CompanyInfo = Type.Object({
  CompanyName: Type.String({ maxLength: 1000 }),
  Country: Type.Optional(Text),
  /** Among them plan and subscription. */
  NameValue: Type.Optional(
    Type.Array(Type.Object({ Name: Type.Optional(Text), Value: Type.Optional(Text) }), { maxItems: 1000 }),
  ),
})
export type CompanyInfo = Type.Static<typeof CompanyInfo>

/** Finance.xsd `Preferences`: only what decides how we write. */
export const Preferences = Type.Object({
  AccountingInfoPrefs: Type.Optional(
    Type.Object({
      TrackDepartments: Type.Optional(Type.Boolean()),
      ClassTrackingPerTxn: Type.Optional(Type.Boolean()),
      ClassTrackingPerTxnLine: Type.Optional(Type.Boolean()),
      BookCloseDate: Type.Optional(Type.String()),
    }),
  ),
  VendorAndPurchasesPrefs: Type.Optional(Type.Object({ UsePurchaseOrder: Type.Optional(Type.Boolean()) })),
  TaxPrefs: Type.Optional(Type.Object({ UsingSalesTax: Type.Optional(Type.Boolean()) })),
  CurrencyPrefs: Type.Optional(
    Type.Object({
      HomeCurrency: Type.Optional(Reference),
      MultiCurrencyEnabled: Type.Optional(Type.Boolean()),
    }),
  ),
})
export type Preferences = Type.Static<typeof Preferences>

const most = { maxItems: 1000 }

/** developer.intuit.com "Query operations and syntax": no rows = an empty QueryResponse. */
export const queryAnswers = {
  PurchaseOrder: Type.Object({
    QueryResponse: Type.Object({ PurchaseOrder: Type.Optional(Type.Array(PurchaseOrder, most)) }),
  }),
  Bill: Type.Object({ QueryResponse: Type.Object({ Bill: Type.Optional(Type.Array(Bill, most)) }) }),
  Vendor: Type.Object({ QueryResponse: Type.Object({ Vendor: Type.Optional(Type.Array(Vendor, most)) }) }),
  Customer: Type.Object({
    QueryResponse: Type.Object({ Customer: Type.Optional(Type.Array(Customer, most)) }),
  }),
  Item: Type.Object({ QueryResponse: Type.Object({ Item: Type.Optional(Type.Array(Item, most)) }) }),
  Account: Type.Object({ QueryResponse: Type.Object({ Account: Type.Optional(Type.Array(Account, most)) }) }),
  Term: Type.Object({ QueryResponse: Type.Object({ Term: Type.Optional(Type.Array(Term, most)) }) }),
  Department: Type.Object({
    QueryResponse: Type.Object({ Department: Type.Optional(Type.Array(Class, most)) }),
  }),
  Class: Type.Object({ QueryResponse: Type.Object({ Class: Type.Optional(Type.Array(Class, most)) }) }),
}

/** developer.intuit.com "Delete": the answer names the id only. */
const Deleted = Type.Object({ Id, status: Type.Literal('Deleted') })
export const DeletedPurchaseOrder = Type.Object({ PurchaseOrder: Deleted })
export const DeletedBill = Type.Object({ Bill: Deleted })
export const OnePurchaseOrder = Type.Object({ PurchaseOrder })
export const OneBill = Type.Object({ Bill })
export const OneVendor = Type.Object({ Vendor })
export const OneItem = Type.Object({ Item })
export const OneCompanyInfo = Type.Object({ CompanyInfo })
export const OnePreferences = Type.Object({ Preferences })

const nullable = Type.Optional(Type.Union([Type.String(), Type.Null()]))

/** developer.intuit.com "Error codes": what the service itself says. */
export const UpperFault = Type.Object({
  Fault: Type.Object({
    type: nullable,
    Error: Type.Array(
      Type.Object({ Message: nullable, Detail: nullable, code: nullable, element: nullable }),
      { minItems: 1 },
    ),
  }),
})

/** The gateway's envelope of 401 and 403, seen in intuit/oauth-jsclient#2 and python-quickbooks#250. */
export const LowerFault = Type.Object({
  fault: Type.Object({
    type: nullable,
    error: Type.Array(
      Type.Object({ message: nullable, detail: nullable, code: nullable, element: nullable }),
      { minItems: 1 },
    ),
  }),
})
