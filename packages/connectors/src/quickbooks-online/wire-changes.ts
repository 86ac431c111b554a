import { Type } from 'typebox'

const Id = Type.String({ minLength: 1, maxLength: 50, pattern: '^[A-Za-z0-9:._-]+$' })
const Text = Type.String({ maxLength: 4000 })
const SyncToken = Type.String({ maxLength: 20 })
const most = { maxItems: 1000 }

/** developer.intuit.com "Change data capture": whole records, and of deleted ones the id alone. */
const ChangedRecord = Type.Object({
  Id,
  SyncToken: Type.Optional(SyncToken),
  status: Type.Optional(Type.String({ maxLength: 50 })),
  MetaData: Type.Object({ LastUpdatedTime: Type.String({ maxLength: 40 }) }),
  Name: Type.Optional(Text),
  FullyQualifiedName: Type.Optional(Text),
  Active: Type.Optional(Type.Boolean()),
  Line: Type.Optional(
    Type.Array(
      Type.Object({
        LinkedTxn: Type.Optional(
          Type.Array(Type.Object({ TxnId: Id, TxnType: Type.Optional(Text) }), { maxItems: 10_000 }),
        ),
      }),
      { maxItems: 20_000 },
    ),
  ),
})
export type ChangedRecord = Type.Static<typeof ChangedRecord>
const Changed = Type.Optional(Type.Array(ChangedRecord, most))
export const ChangedRecords = Type.Object({
  CDCResponse: Type.Array(
    Type.Object({
      QueryResponse: Type.Array(
        Type.Object({
          Vendor: Changed,
          Item: Changed,
          PurchaseOrder: Changed,
          Bill: Changed,
          BillPayment: Changed,
        }),
        { maxItems: 50 },
      ),
    }),
    { maxItems: 50 },
  ),
})
