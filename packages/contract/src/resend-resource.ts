import { Type } from 'typebox'

/** POST /connections/:id/resend: with `dryRun` it only says what would happen; of many, some at a time are foreseen. */
export const ResendRequest = Type.Object(
  {
    submissionIds: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 1000 }),
    dryRun: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ResendRequest = Type.Static<typeof ResendRequest>

export const ResentForm = Type.Object({
  submissionId: Type.String(),
  number: Type.String(),
  does: Type.Union([
    Type.Literal('send'),
    Type.Literal('hold'),
    Type.Literal('update'),
    Type.Literal('skip'),
    Type.Literal('under-way'),
    Type.Literal('stopped'),
    Type.Literal('refuse'),
  ]),
  message: Type.String(),
})
export type ResentForm = Type.Static<typeof ResentForm>

/** Of a dry run the rows; else the batch in which they are sent, to be watched under Sync → Batches. */
export const ResendAnswer = Type.Object({
  rows: Type.Array(ResentForm),
  batchId: Type.Optional(Type.String()),
})
export type ResendAnswer = Type.Static<typeof ResendAnswer>
