import { Type } from 'typebox'

const text = Type.Optional(Type.String())

/** GET /runs/:id */
export const RunView = Type.Object({
  id: Type.String(),
  submissionId: Type.String(),
  state: Type.Union([
    Type.Literal('active'),
    Type.Literal('paused'),
    Type.Literal('needs-attention'),
    Type.Literal('finished'),
    Type.Literal('stopped'),
    Type.Literal('quarantined'),
  ]),
  workflowVersion: Type.Integer(),
  message: text,
  steps: Type.Array(
    Type.Object({
      stepId: Type.String(),
      visit: Type.Integer(),
      kind: text,
      name: text,
      outcome: text,
      outlet: text,
      /** As the outlet is called on the canvas. */
      outletLabel: text,
      message: text,
      at: text,
      /** When a step that waits or failed is looked at again. */
      next: text,
    }),
  ),
})
export type RunView = Type.Static<typeof RunView>

const ReplayVersion = Type.Union([Type.Literal('same'), Type.Literal('latest')])

/** GET /runs/:id/replay */
export const ReplayQuery = Type.Object({
  stepId: Type.Optional(Type.String({ maxLength: 40 })),
  version: Type.Optional(ReplayVersion),
})

/** POST /runs/:id/replay */
export const ReplayRequest = Type.Object(
  { stepId: Type.String({ maxLength: 40 }), version: ReplayVersion },
  { additionalProperties: false },
)

/** What a replay would do in the ledgers, step by step. */
export const ReplayPlanView = Type.Object({
  version: Type.Integer(),
  latestVersion: Type.Integer(),
  stepId: Type.String(),
  steps: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  sends: Type.Array(
    Type.Object({
      stepId: Type.String(),
      stepName: Type.String(),
      ledger: Type.String(),
      does: Type.Union([
        Type.Literal('skip'),
        Type.Literal('send'),
        Type.Literal('update'),
        Type.Literal('under-way'),
        Type.Literal('stopped'),
        Type.Literal('no-connection'),
      ]),
      number: text,
    }),
  ),
})
export type ReplayPlanView = Type.Static<typeof ReplayPlanView>
