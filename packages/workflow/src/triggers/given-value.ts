import { Type } from 'typebox'

/** A place in a message, by RFC 6901: "" is all of it, "/order/number" a part. */
export const Pointer = Type.String({ maxLength: 200 })

/** A part of the message that starts a workflow, under the name by which its steps use it. */
export const GivenValue = Type.Object(
  { name: Type.String({ maxLength: 60 }), pointer: Pointer },
  { additionalProperties: false },
)
export type GivenValue = Type.Static<typeof GivenValue>

/** A value of the message, by its name, that fills in a field of the form that is submitted. */
export const SubmittedValue = Type.Object(
  { field: Type.String({ maxLength: 40 }), value: Type.String({ maxLength: 60 }) },
  { additionalProperties: false },
)
export type SubmittedValue = Type.Static<typeof SubmittedValue>
