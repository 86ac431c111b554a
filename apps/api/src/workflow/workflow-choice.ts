import { Type } from 'typebox'

/** `?workflow=`: which of the form's workflows; without it the first one. */
export const WorkflowChoice = Type.Object(
  { workflow: Type.Optional(Type.String({ maxLength: 64 })) },
  { additionalProperties: false },
)
