import { recordFields } from './record-fields.ts'

/** Field of a supplier → what people call it. */
export const supplierFieldNames: Readonly<Record<string, string>> = Object.fromEntries(
  recordFields.vendors.map(({ name, label }) => [name, label]),
)
