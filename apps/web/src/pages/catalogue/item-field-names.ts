import { recordFields } from './record-fields.ts'

/** Field of an item → what people call it. */
export const itemFieldNames: Readonly<Record<string, string>> = Object.fromEntries(
  recordFields.materials.map(({ name, label }) => [name, label]),
)
