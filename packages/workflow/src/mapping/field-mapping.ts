import { Type } from 'typebox'

/** Where a target takes its value: a field of the form. */
const source = Type.Optional(Type.String({ pattern: '^f_[a-z0-9]{6,16}$' }))

/** FieldMapping: target ← source; the slider's content (S4-11: four targets, the rest under "More fields"). */
export const FieldMapping = Type.Object(
  {
    vendor: source,
    materials: source,
    memo: source,
    dueDate: source,
    terms: source,
    date: source,
    shipTo: source,
    class: source,
    department: source,
    location: source,
    employee: source,
    project: source,
    serviceFrom: source,
    serviceTo: source,
    vendorNumber: source,
    paperTotal: source,
  },
  { additionalProperties: false },
)
export type FieldMapping = Type.Static<typeof FieldMapping>
export type MappingTarget = keyof FieldMapping
