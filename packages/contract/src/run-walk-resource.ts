import { FormContent } from '@fieldledger/forms'
import { Graph } from '@fieldledger/workflow'
import { Type } from 'typebox'

const orNull = Type.Union([Type.String(), Type.Null()])

/** active = it walks, or waits for people and ledgers. */
export const RunStateName = Type.Union([
  Type.Literal('active'),
  Type.Literal('paused'),
  Type.Literal('needs-attention'),
  Type.Literal('finished'),
  Type.Literal('stopped'),
  Type.Literal('quarantined'),
])
export type RunStateName = Type.Static<typeof RunStateName>

/** GET /runs */
export const RunSummary = Type.Object({
  id: Type.String(),
  submissionId: Type.String(),
  number: orNull,
  formName: Type.String(),
  vendorName: orNull,
  workflowVersion: Type.Integer(),
  state: Type.String(),
  /** The names of the steps where it stands. */
  standsAt: Type.Array(Type.String()),
  message: Type.Optional(Type.String()),
  startedAt: Type.String(),
  endedAt: orNull,
})
export type RunSummary = Type.Static<typeof RunSummary>

/** left = gone through; works = due now or worked on; waits = for a person, a ledger or a time; retries = failed and tried again later. */
export const VisitState = Type.Union([
  Type.Literal('left'),
  Type.Literal('works'),
  Type.Literal('waits'),
  Type.Literal('retries'),
  Type.Literal('failed'),
  Type.Literal('stopped'),
])
export type VisitState = Type.Static<typeof VisitState>

/** One arrival of the run at a step. */
export const StepVisit = Type.Object({
  stepId: Type.String(),
  visit: Type.Integer(),
  state: VisitState,
  outlet: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
  output: Type.Optional(Type.Unknown()),
  /** The values that it worked with, as they were at that moment. */
  used: Type.Optional(Type.Array(Type.Object({ name: Type.String(), value: Type.String() }))),
  arrivedAt: Type.String(),
  leftAt: Type.Optional(Type.String()),
  /** Which form goes first where they run one at a time, and at which step it stands. */
  waitsFor: Type.Optional(
    Type.Object({
      submissionId: Type.String(),
      number: orNull,
      stepName: Type.String(),
      /** A person holds that one: until it is resumed or stopped, this one does not go on. */
      paused: Type.Boolean(),
    }),
  ),
  /** When it is looked at again by itself. */
  nextAt: Type.Optional(Type.String()),
  failures: Type.Array(Type.Object({ at: Type.String(), message: Type.String() })),
  /** What it asked people for. */
  tasks: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), state: Type.String() })),
  /** What it wants in a ledger. */
  effects: Type.Array(
    Type.Object({
      id: Type.String(),
      operation: Type.String(),
      state: Type.String(),
      /** Tries that may have reached the ledger. */
      sends: Type.Integer(),
      message: Type.Optional(Type.String()),
      nextAt: Type.Optional(Type.String()),
    }),
  ),
})
export type StepVisit = Type.Static<typeof StepVisit>

/** GET /runs/:id/walk: the run on its own version, in the order of time. */
export const RunWalk = Type.Object({
  ...RunSummary.properties,
  formId: Type.String(),
  revision: Type.Integer(),
  content: FormContent,
  graph: Graph,
  visits: Type.Array(StepVisit),
})
export type RunWalk = Type.Static<typeof RunWalk>
