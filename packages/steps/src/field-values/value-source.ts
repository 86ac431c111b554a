import { Type } from 'typebox'

const closed = { additionalProperties: false }

/**
 * Where the value of a field comes from. `value` is text, as a person types it: decimals for numbers and money, yes/no,
 * the id of an option.
 */
export const ValueSource = Type.Union([
  Type.Object({ source: Type.Literal('constant'), value: Type.String({ maxLength: 4000 }) }, closed),
  Type.Object(
    { source: Type.Literal('field'), field: Type.Optional(Type.String({ maxLength: 40 })) },
    closed,
  ),
  /** Of the message that started the workflow. */
  Type.Object({ source: Type.Literal('given'), name: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
  Type.Object({ source: Type.Literal('today') }, closed),
  Type.Object({ source: Type.Literal('submitter') }, closed),
])
export type ValueSource = Type.Static<typeof ValueSource>
