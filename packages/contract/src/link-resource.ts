import { Money } from '@fieldledger/accounting'
import { DocumentStatus, FormType } from '@fieldledger/forms'
import { Type } from 'typebox'

export const LinkedFormView = Type.Object({
  id: Type.String(),
  number: Type.Union([Type.String(), Type.Null()]),
  formName: Type.String(),
  formType: FormType,
  status: DocumentStatus,
  total: Money,
})
export type LinkedFormView = Type.Static<typeof LinkedFormView>

/** GET /submissions/:id/links: what a form was made from, what was made from it, and what can be. */
export const SubmissionLinks = Type.Object({
  madeFrom: Type.Union([LinkedFormView, Type.Null()]),
  made: Type.Array(LinkedFormView),
  /** Quantities per line of an order, as decimals; a remaining one below zero came over. */
  progress: Type.Array(
    Type.Object({
      rowId: Type.String(),
      description: Type.String(),
      unit: Type.Optional(Type.String()),
      ordered: Type.String(),
      received: Type.String(),
      billed: Type.String(),
      toReceive: Type.Optional(Type.String()),
      toBill: Type.String(),
    }),
  ),
  /** Forms that this person may make from it now, with what they take over. */
  next: Type.Array(
    Type.Object({
      formId: Type.String(),
      formName: Type.String(),
      formType: FormType,
      values: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
})
export type SubmissionLinks = Type.Static<typeof SubmissionLinks>
