import { Type } from 'typebox'

const removals = [
  Type.Literal('deleted'),
  Type.Literal('voided'),
  Type.Literal('gone'),
  Type.Literal('refused'),
] as const
const there = {
  number: Type.String(),
  url: Type.Optional(Type.String()),
  /** Why it stays there. */
  refused: Type.Optional(Type.String()),
}

/** GET /effects/:id/undo: what taking the send back would do in the ledger, as it stands there now. */
export const UndoForeseen = Type.Object({ ...there, becomes: Type.Union([...removals]) })
export type UndoForeseen = Type.Static<typeof UndoForeseen>

/** POST /effects/:id/undo */
export const UndoRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
)
export type UndoRequest = Type.Static<typeof UndoRequest>

/** GET /effects/:id/cancel: what cancelling its form does to the document in the ledger, as it stands there now. */
export const CancelForeseen = Type.Object({
  ...there,
  becomes: Type.Union([
    ...removals,
    Type.Literal('closed'),
    Type.Literal('closed-already'),
    Type.Literal('stays'),
  ]),
  /** It can be deleted instead, by choice. */
  orDeleted: Type.Optional(Type.Boolean()),
})
export type CancelForeseen = Type.Static<typeof CancelForeseen>
