import { Type } from 'typebox'

/** GET /effects/:id/undo: what taking the send back would do in the ledger, as it stands there now. */
export const UndoForeseen = Type.Object({
  number: Type.String(),
  url: Type.Optional(Type.String()),
  becomes: Type.Union([
    Type.Literal('deleted'),
    Type.Literal('voided'),
    Type.Literal('gone'),
    Type.Literal('refused'),
  ]),
  refused: Type.Optional(Type.String()),
})
export type UndoForeseen = Type.Static<typeof UndoForeseen>

/** POST /effects/:id/undo */
export const UndoRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
)
export type UndoRequest = Type.Static<typeof UndoRequest>

/** GET /effects/:id/cancel: what cancelling its form does to the document in the ledger, as it stands there now. */
export const CancelForeseen = Type.Object({
  number: Type.String(),
  url: Type.Optional(Type.String()),
  becomes: Type.Union([
    Type.Literal('closed'),
    Type.Literal('deleted'),
    Type.Literal('voided'),
    Type.Literal('gone'),
    Type.Literal('closed-already'),
    Type.Literal('stays'),
    Type.Literal('refused'),
  ]),
  refused: Type.Optional(Type.String()),
})
export type CancelForeseen = Type.Static<typeof CancelForeseen>
