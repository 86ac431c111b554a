import { Money } from '@fieldledger/accounting'
import { Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { ErrorExplanation } from './error-catalogue.ts'

/** GET /needs-attention/documents: one of what a cause holds. */
export const AttentionEntry = Type.Object({
  submissionId: Type.String(),
  number: Type.Union([Type.String(), Type.Null()]),
  formName: Type.String(),
  vendorName: Type.Union([Type.String(), Type.Null()]),
  total: Money,
  since: Type.String(),
  message: Type.String(),
  runId: Type.Optional(Type.String()),
  effectId: Type.Optional(Type.String()),
  taskId: Type.Optional(Type.String()),
  /** Nobody knows whether it arrived. */
  inDoubt: Type.Optional(Type.Boolean()),
})
export type AttentionEntry = Type.Static<typeof AttentionEntry>

/** GET /needs-attention: causes first, documents beneath. */
export const AttentionGroup = Type.Object({
  /** What one cure cures. */
  key: Type.String(),
  cause: Type.String(),
  code: Type.String(),
  cure: Type.Optional(Type.String()),
  explanation: Type.Optional(ErrorExplanation),
  /** Facts for the small form that cures it. */
  problems: Type.Array(Problem),
  /** How many it holds: one cure reaches them all. */
  count: Type.Integer(),
  /** The first of them; the others come by GET /needs-attention/documents. */
  entries: Type.Array(AttentionEntry),
})
export type AttentionGroup = Type.Static<typeof AttentionGroup>

/** POST /needs-attention/retry: whatever that cause holds, as a batch; the same id again starts nothing more. */
export const RetryGroupRequest = Type.Object(
  { id: Type.String({ format: 'uuid' }), cause: Type.String({ minLength: 1, maxLength: 400 }) },
  { additionalProperties: false },
)
export type RetryGroupRequest = Type.Static<typeof RetryGroupRequest>
