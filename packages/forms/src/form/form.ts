import { Type } from 'typebox'
import { Field } from '../fields/field.ts'
import { FormType } from './form-type.ts'

const closed = { additionalProperties: false }

/** How numbers look: prefix, then year and counter: PO-2026-0042 (DESIGN §5). */
export const NumberingPattern = Type.Object(
  {
    prefix: Type.String({ minLength: 1, maxLength: 8, pattern: '^[A-Z0-9][A-Z0-9-]*$' }),
    projectCode: Type.Boolean(),
    year: Type.Boolean(),
    digits: Type.Integer({ minimum: 3, maximum: 8 }),
  },
  closed,
)
export type NumberingPattern = Type.Static<typeof NumberingPattern>

/** What people fill in: the editable part of a form, and, frozen, a form version. */
export const FormContent = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120 }),
    description: Type.Optional(Type.String({ maxLength: 1000 })),
    type: FormType,
    numbering: NumberingPattern,
    fields: Type.Array(Field, { maxItems: 500 }),
  },
  closed,
)
export type FormContent = Type.Static<typeof FormContent>

/** An immutable published version of a form. */
export interface FormVersion {
  id: string
  companyId: string
  formId: string
  version: number
  content: FormContent
  publishedAt: Date
  publishedBy: string
}
