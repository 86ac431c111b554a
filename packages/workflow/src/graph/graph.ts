import { Type } from 'typebox'
import { OneAtATime } from '../run/one-at-a-time.ts'
import { RetryPolicy } from '../run/retry-policy.ts'

const closed = { additionalProperties: false }
export const StepId = Type.String({ pattern: '^s_[a-z0-9]{4,16}$' })

/** A placed step. `config` belongs to its kind and is checked against that kind's schema. */
export const Step = Type.Object(
  {
    kind: Type.String({ pattern: '^[a-z][a-z-]{1,39}$' }),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    config: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()),
    /** In which version of its kind's schema the config was written; without one, the first. */
    configVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    /** For failures that may go well another time; without it the standard one holds. */
    retry: Type.Optional(RetryPolicy),
    /** Longer than this no visit lasts: it fails then. */
    timeoutSeconds: Type.Optional(Type.Integer({ minimum: 60, maximum: 365 * 86_400 })),
    oneAtATime: Type.Optional(OneAtATime),
    position: Type.Optional(Type.Object({ x: Type.Number(), y: Type.Number() }, closed)),
  },
  closed,
)
export type Step = Type.Static<typeof Step>

export const Edge = Type.Object(
  {
    id: Type.String({ pattern: '^e_[a-z0-9]{4,16}$' }),
    from: Type.Object({ step: StepId, outlet: Type.String({ maxLength: 40 }) }, closed),
    to: StepId,
  },
  closed,
)
export type Edge = Type.Static<typeof Edge>

/** The workflow as drawn: a token walks it, and several where it splits (DESIGN §4). */
export const Graph = Type.Object(
  {
    steps: Type.Record(StepId, Step),
    edges: Type.Array(Edge, { maxItems: 2000 }),
  },
  closed,
)
export type Graph = Type.Static<typeof Graph>

export interface WorkflowVersion {
  id: string
  companyId: string
  formId: string
  /** A form's first workflow has the form's id; others have their own. */
  workflowId: string
  version: number
  graph: Graph
  publishedAt: Date
  publishedBy: string
}
