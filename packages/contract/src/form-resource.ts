import { FormContent, FormType } from '@fieldledger/forms'
import { Type } from 'typebox'

/** GET /forms: rows. */
export const FormSummary = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.Optional(Type.String()),
  type: FormType,
  publishedVersion: Type.Union([Type.Integer(), Type.Null()]),
  workflowVersion: Type.Union([Type.Integer(), Type.Null()]),
  changedSincePublish: Type.Boolean(),
  archived: Type.Boolean(),
  submissions: Type.Integer(),
  updatedAt: Type.String(),
})
export type FormSummary = Type.Static<typeof FormSummary>

/** GET /forms/:id: the draft and the published content. PUT /forms/:id takes { content, revision }. */
export const FormView = Type.Object({
  id: Type.String(),
  draft: FormContent,
  revision: Type.Integer(),
  publishedVersion: Type.Union([Type.Integer(), Type.Null()]),
  published: Type.Union([FormContent, Type.Null()]),
  archived: Type.Boolean(),
  updatedAt: Type.String(),
  updatedBy: Type.String(),
})
export type FormView = Type.Static<typeof FormView>

export const FormDraftChange = Type.Object(
  { content: FormContent, revision: Type.Integer() },
  { additionalProperties: false },
)
export type FormDraftChange = Type.Static<typeof FormDraftChange>
