import { DecimalText, Money } from '@fieldledger/accounting/money'
import { Type } from 'typebox'

const closed = { additionalProperties: false }
const catalogueId = Type.String({ minLength: 1, maxLength: 64 })

/** One row of a material table. `amount` is what the person saw; the server refuses it when it does not add up. */
export const MaterialRow = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 64 }),
    materialId: Type.Optional(catalogueId),
    description: Type.String({ maxLength: 4000 }),
    quantity: DecimalText,
    unit: Type.Optional(Type.String({ maxLength: 30 })),
    unitPrice: Type.Optional(DecimalText),
    taxPercent: Type.Optional(DecimalText),
    costCodeId: Type.Optional(catalogueId),
    accountId: Type.Optional(catalogueId),
    vendorId: Type.Optional(catalogueId),
    amount: Type.Optional(Money),
  },
  closed,
)
export type MaterialRow = Type.Static<typeof MaterialRow>

/** A file that was uploaded before: its id in our store and what it was called. */
export const FileReference = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 100 }),
    name: Type.String({ minLength: 1, maxLength: 255 }),
    size: Type.Integer({ minimum: 0 }),
    contentType: Type.String({ maxLength: 100 }),
  },
  closed,
)
export type FileReference = Type.Static<typeof FileReference>

export type FieldValue = string | boolean | string[] | Money | MaterialRow[] | FileReference[]

/** Field id → value. Absent = not filled in. Dates are YYYY-MM-DD, numbers decimal strings, choices lists of ids. */
export type SubmissionValues = { [fieldId: string]: FieldValue }

/** A vendor that a field user proposes while filling in: it becomes a vendor of state "proposed" at submit. */
export const ProposedVendor = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String({ minLength: 1, maxLength: 300 }),
    phone: Type.Optional(Type.String({ maxLength: 50 })),
  },
  closed,
)
export type ProposedVendor = Type.Static<typeof ProposedVendor>
