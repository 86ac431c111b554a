import { DocumentStatus } from '@fieldledger/forms'
import { Type } from 'typebox'

const days = Type.Integer({ minimum: 1, maximum: 3650 })

/** Which forms a workflow takes when it starts by itself: document status, not yet in a ledger, age. */
export const SubmissionFilter = Type.Object(
  {
    statuses: Type.Array(DocumentStatus, { maxItems: 7 }),
    /** Only those that this connection does not hold yet. */
    notYetIn: Type.Optional(Type.String({ maxLength: 64 })),
    /** Submitted at least, or at most, so many days ago. */
    atLeastDaysOld: Type.Optional(days),
    atMostDaysOld: Type.Optional(days),
  },
  { additionalProperties: false },
)
export type SubmissionFilter = Type.Static<typeof SubmissionFilter>
