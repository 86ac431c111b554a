import { Type } from 'typebox'

/*
 * What we read of the service's answers. Names and shapes: Xero's OpenAPI document `xero_accounting.yaml` 16.1.0.
 * Unknown extra properties are allowed; what we use is checked. xero-node's models are camelCase, with parsed dates.
 */

const Amount = Type.Number({ minimum: -1e13, maximum: 1e13 })
export const Id = Type.String({ minLength: 1, maxLength: 50, pattern: '^[A-Za-z0-9-]+$' })
const Code = Type.String({ maxLength: 50 })
export const Text = Type.String({ maxLength: 10_000 })
export const Name = Type.String({ maxLength: 1000 })
export const Mark = Type.String({ maxLength: 50 })

/** `/Date(1552262400000+0000)/`, beside which stands the same as text. */
const MsDate = Type.String({ pattern: '^/Date\\(-?\\d{1,15}([+-]\\d{4})?\\)/$', maxLength: 40 })
const DateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}', maxLength: 40 })

/** `LineItem`. */
export const LineItem = Type.Object({
  LineItemID: Type.Optional(Id),
  Description: Type.Optional(Text),
  Quantity: Type.Optional(Amount),
  UnitAmount: Type.Optional(Amount),
  ItemCode: Type.Optional(Code),
  AccountCode: Type.Optional(Code),
  LineAmount: Type.Optional(Amount),
  TaxAmount: Type.Optional(Amount),
  TaxType: Type.Optional(Type.String({ maxLength: 50 })),
  Tracking: Type.Optional(
    Type.Array(
      Type.Object({
        TrackingCategoryID: Type.Optional(Id),
        TrackingOptionID: Type.Optional(Id),
        Option: Type.Optional(Name),
      }),
      { maxItems: 10 },
    ),
  ),
})
export type LineItem = Type.Static<typeof LineItem>

/** `PurchaseOrder`. */
export const PurchaseOrder = Type.Object({
  PurchaseOrderID: Id,
  PurchaseOrderNumber: Type.Optional(Name),
  Contact: Type.Object({ ContactID: Id, Name: Type.Optional(Name) }),
  DateString: Type.Optional(DateText),
  Date: Type.Optional(Type.Union([MsDate, DateText])),
  DeliveryDateString: Type.Optional(DateText),
  DeliveryDate: Type.Optional(Type.Union([MsDate, DateText])),
  DeliveryInstructions: Type.Optional(Text),
  DeliveryAddress: Type.Optional(Text),
  Reference: Type.Optional(Text),
  Status: Mark,
  LineAmountTypes: Type.Optional(Mark),
  CurrencyCode: Type.Optional(Type.String({ maxLength: 3 })),
  SubTotal: Amount,
  Total: Type.Optional(Amount),
  UpdatedDateUTC: Type.Optional(MsDate),
  LineItems: Type.Array(LineItem, { maxItems: 20_000 }),
})
export type PurchaseOrder = Type.Static<typeof PurchaseOrder>

/** `Invoice` of the type ACCPAY: a bill. */
export const Bill = Type.Object({
  InvoiceID: Id,
  Type: Type.Optional(Mark),
  InvoiceNumber: Type.Optional(Name),
  Contact: Type.Object({ ContactID: Id, Name: Type.Optional(Name) }),
  DateString: Type.Optional(DateText),
  Date: Type.Optional(Type.Union([MsDate, DateText])),
  DueDateString: Type.Optional(DateText),
  DueDate: Type.Optional(Type.Union([MsDate, DateText])),
  Status: Mark,
  LineAmountTypes: Type.Optional(Mark),
  CurrencyCode: Type.Optional(Type.String({ maxLength: 3 })),
  SubTotal: Amount,
  Total: Amount,
  AmountPaid: Type.Optional(Amount),
  AmountCredited: Type.Optional(Amount),
  RepeatingInvoiceID: Type.Optional(Id),
  UpdatedDateUTC: Type.Optional(MsDate),
  LineItems: Type.Array(LineItem, { maxItems: 20_000 }),
})
export type Bill = Type.Static<typeof Bill>

/** `Item`; `Purchase` for its prices and accounts. */
export const Item = Type.Object({
  ItemID: Type.Optional(Id),
  Code,
  Name: Type.Optional(Name),
  Description: Type.Optional(Text),
  PurchaseDescription: Type.Optional(Text),
  IsPurchased: Type.Optional(Type.Boolean()),
  IsTrackedAsInventory: Type.Optional(Type.Boolean()),
  PurchaseDetails: Type.Optional(
    Type.Object({
      UnitPrice: Type.Optional(Amount),
      AccountCode: Type.Optional(Code),
      COGSAccountCode: Type.Optional(Code),
      TaxType: Type.Optional(Type.String({ maxLength: 50 })),
    }),
  ),
})
export type Item = Type.Static<typeof Item>

/** `Account`; those of a bank may have no code. */
export const Account = Type.Object({
  Code: Type.Optional(Code),
  Name,
  Type: Type.Optional(Mark),
  Class: Type.Optional(Mark),
  Status: Type.Optional(Mark),
  SystemAccount: Type.Optional(Mark),
})
export type Account = Type.Static<typeof Account>

/** `Organisation`. */
const Organisation = Type.Object({
  Name,
  BaseCurrency: Type.Optional(Type.String({ minLength: 3, maxLength: 3 })),
  PeriodLockDate: Type.Optional(Type.String()),
  EndOfYearLockDate: Type.Optional(Type.String()),
})

/** Every answer is an envelope with an array in it; the lists without pages hold everything at once. */
const most = { maxItems: 100_000 }

export const PurchaseOrders = Type.Object({ PurchaseOrders: Type.Array(PurchaseOrder, { maxItems: 1000 }) })
export const Bills = Type.Object({ Invoices: Type.Array(Bill, { maxItems: 1000 }) })
/** `HistoryRecord`: what happened, and notes. */
export const History = Type.Object({
  HistoryRecords: Type.Array(Type.Object({ Details: Type.Optional(Text) }), most),
})
/** `Attachments`. */
export const Attachments = Type.Object({
  Attachments: Type.Array(
    Type.Object({
      FileName: Type.Optional(Type.String({ maxLength: 1000 })),
      ContentLength: Type.Optional(Type.Number({ minimum: 0 })),
    }),
    { maxItems: 1000 },
  ),
})

/** Of a list that is asked for by `If-Modified-Since`: who it is, and when it was changed. */
const ChangedElement = Type.Object({
  ContactID: Type.Optional(Id),
  Code: Type.Optional(Code),
  IsPurchased: Type.Optional(Type.Boolean()),
  PurchaseOrderID: Type.Optional(Id),
  InvoiceID: Type.Optional(Id),
  Name: Type.Optional(Name),
  UpdatedDateUTC: Type.Optional(MsDate),
})
export type ChangedElement = Type.Static<typeof ChangedElement>
const Changed = Type.Optional(Type.Array(ChangedElement, most))
export const ChangedElements = Type.Object({
  Contacts: Changed,
  Items: Changed,
  PurchaseOrders: Changed,
  Invoices: Changed,
})
export const Items = Type.Object({ Items: Type.Array(Item, most) })
export const Accounts = Type.Object({ Accounts: Type.Array(Account, most) })
export const Organisations = Type.Object({ Organisations: Type.Array(Organisation, { minItems: 1 }) })
