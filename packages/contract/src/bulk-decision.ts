import { Type } from 'typebox'
import { TaskDecisionRequest } from './submission-resource.ts'

const closed = { additionalProperties: false }

/** POST /tasks/decisions: each by itself, in this order; one that is refused holds up no other. */
export const BulkDecision = Type.Object(
  {
    decisions: Type.Array(
      Type.Object(
        { task: Type.String({ minLength: 1, maxLength: 64 }), ...TaskDecisionRequest.properties },
        closed,
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  closed,
)
export type BulkDecision = Type.Static<typeof BulkDecision>

/** Said again, a decision of one's own is done again; nothing is counted twice. */
export const BulkDecisionResult = Type.Object({
  results: Type.Array(
    Type.Object({
      task: Type.String(),
      outcome: Type.Union([Type.Literal('done'), Type.Literal('refused')]),
      code: Type.Optional(Type.String()),
      message: Type.Optional(Type.String()),
    }),
  ),
})
export type BulkDecisionResult = Type.Static<typeof BulkDecisionResult>
