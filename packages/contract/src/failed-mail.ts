import { Type } from 'typebox'

/** GET /failed-mails: e-mails that were given up after many attempts. */
export const FailedMailView = Type.Object({
  id: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  submissionId: Type.Union([Type.String(), Type.Null()]),
  /** What the mail server said. */
  error: Type.String(),
  attempts: Type.Integer(),
  at: Type.String(),
  /** false = its text held a secret and is forgotten: whatever it was about is to be done anew. */
  canBeSentAgain: Type.Boolean(),
})
export type FailedMailView = Type.Static<typeof FailedMailView>
