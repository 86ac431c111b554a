import { Type } from 'typebox'

/** POST /submissions/:id/comments */
export const CommentRequest = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: false },
)
export type CommentRequest = Type.Static<typeof CommentRequest>
