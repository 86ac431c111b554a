import { DocumentStatus } from '@fieldledger/forms'
import { Type } from 'typebox'

const closed = { additionalProperties: false }
const id = Type.String({ minLength: 1, maxLength: 64 })

/**
 * Forms chosen one by one, those submitted within dates of the company's calendar (both included), or what the workflow's
 * own schedule would take now.
 */
export const BatchChoice = Type.Union([
  Type.Object({ submissionIds: Type.Array(id, { minItems: 1, maxItems: 500 }) }, closed),
  Type.Object({ scheduled: Type.Literal(true) }, closed),
  Type.Object(
    {
      from: Type.String({ format: 'date' }),
      to: Type.String({ format: 'date' }),
      filter: Type.Object(
        {
          statuses: Type.Array(DocumentStatus, { minItems: 1, maxItems: 7 }),
          notYetIn: Type.Optional(id),
        },
        closed,
      ),
    },
    closed,
  ),
])
export type BatchChoice = Type.Static<typeof BatchChoice>

/** POST /batches/forecast: what POST /batches would do now. */
export const BatchQuestion = Type.Object({ workflowId: id, choice: BatchChoice }, closed)
export type BatchQuestion = Type.Static<typeof BatchQuestion>

export const BatchForecast = Type.Object({
  /** Chosen, or within the dates. */
  matching: Type.Integer(),
  /** Of these: the workflow ran with them already, or they do not fit. */
  skipped: Type.Integer(),
  starts: Type.Integer(),
})
export type BatchForecast = Type.Static<typeof BatchForecast>

/** POST /batches: the id is made by whoever starts it; the same id again starts nothing more. */
export const NewBatch = Type.Object(
  { id: Type.String({ format: 'uuid' }), ...BatchQuestion.properties },
  closed,
)
export type NewBatch = Type.Static<typeof NewBatch>
