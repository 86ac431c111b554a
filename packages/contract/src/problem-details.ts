import { Type } from 'typebox'

/** RFC 9457. `errors` names the fields of a refused submission; `code` is stable. */
export const ProblemDetails = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  retryable: Type.Optional(Type.Boolean()),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        path: Type.String(),
        fieldId: Type.Optional(Type.String()),
        code: Type.String(),
        params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
        message: Type.String(),
      }),
    ),
  ),
  /** For a stale draft: who changed what. */
  conflict: Type.Optional(
    Type.Object({
      revision: Type.Integer(),
      by: Type.String(),
      at: Type.String(),
      changes: Type.Array(Type.String()),
    }),
  ),
})
export type ProblemDetails = Type.Static<typeof ProblemDetails>
