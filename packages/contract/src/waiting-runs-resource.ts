import { Type } from 'typebox'

const steps = Type.Array(Type.String())

/** GET /forms/:id/workflow/waiting-runs: forms under way on earlier versions. */
export const WaitingRunsView = Type.Object({
  latestVersion: Type.Integer(),
  /** Of all pages. */
  total: Type.Integer(),
  /** The cursor of the next page; absent = this is the last one. */
  next: Type.Optional(Type.String()),
  rows: Type.Array(
    Type.Object({
      runId: Type.String(),
      submissionId: Type.String(),
      number: Type.String(),
      version: Type.Integer(),
      stands: steps,
      /** Where it would stand on the latest version; absent = it has to stay. */
      wouldStand: Type.Optional(steps),
      /** Why it has to stay. */
      refused: Type.Optional(Type.String()),
    }),
  ),
})
export type WaitingRunsView = Type.Static<typeof WaitingRunsView>

/** POST /forms/:id/workflow/waiting-runs: moves these to the latest version. */
export const MoveRunsRequest = Type.Object(
  { runIds: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false },
)
export const MoveRunsAnswer = Type.Object({ moved: Type.Integer() })
export type MoveRunsAnswer = Type.Static<typeof MoveRunsAnswer>
