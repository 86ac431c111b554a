import { Money } from '@fieldledger/accounting'
import { FormContent } from '@fieldledger/forms'
import { Type } from 'typebox'

/** GET and POST /decide/:token: what a link from a mail shows. */
export const DecisionPage = Type.Object({
  title: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('cancelled')]),
  noteRequired: Type.Boolean(),
  company: Type.String(),
  timeZone: Type.String(),
  person: Type.String(),
  /** What settled it, or what this person said while others are waited for. */
  decided: Type.Optional(Type.Object({ choice: Type.String(), by: Type.String(), at: Type.String() })),
  /** So many people must approve, and so many did. */
  wanted: Type.Integer(),
  approved: Type.Integer(),
  form: Type.Object({
    number: Type.Union([Type.String(), Type.Null()]),
    formName: Type.String(),
    content: FormContent,
    values: Type.Record(Type.String(), Type.Unknown()),
    names: Type.Record(Type.String(), Type.String()),
    total: Money,
    submittedBy: Type.String(),
    submittedAt: Type.String(),
  }),
})
export type DecisionPage = Type.Static<typeof DecisionPage>

export const DecisionByLink = Type.Object(
  {
    choice: Type.Union([Type.Literal('approve'), Type.Literal('reject')]),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)
export type DecisionByLink = Type.Static<typeof DecisionByLink>
