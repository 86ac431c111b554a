import { DocumentKind, Money } from '@fieldledger/accounting'
import { Type } from 'typebox'

const closed = { additionalProperties: false }
const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' })

export const ReconcileOutcome = Type.Union([
  Type.Literal('agrees'),
  Type.Literal('differs'),
  Type.Literal('missing-there'),
  Type.Literal('unknown-here'),
])
export type ReconcileOutcome = Type.Static<typeof ReconcileOutcome>

export const SetAside = Type.Object({ reason: Type.String(), by: Type.String(), at: Type.String() })

/** One document of the month, on either side. */
export const ReconciledRow = Type.Object({
  id: Type.String(),
  outcome: ReconcileOutcome,
  kind: DocumentKind,
  documentLabel: Type.String(),
  number: Type.Union([Type.String(), Type.Null()]),
  party: Type.Union([Type.String(), Type.Null()]),
  date: Type.Union([Type.String(), Type.Null()]),
  amount: Money,
  url: Type.Optional(Type.String()),
  submissionId: Type.Optional(Type.String()),
  effectId: Type.Optional(Type.String()),
  differences: Type.Array(Type.Object({ field: Type.String(), sent: Type.String(), found: Type.String() })),
  /** A new document was sent for it since: only comparing again can say whether it agrees. */
  sentAsNew: Type.Optional(Type.Literal(true)),
  setAside: Type.Optional(SetAside),
})
export type ReconciledRow = Type.Static<typeof ReconciledRow>

const count = Type.Integer()

/** GET /connections/:id/reconcile?month=: the books of that month, as they were read last. */
export const ReconcileView = Type.Object({
  month: Type.String(),
  state: Type.Union([
    Type.Literal('never'),
    Type.Literal('reading'),
    Type.Literal('finished'),
    Type.Literal('failed'),
  ]),
  /** Documents read so far. */
  read: count,
  startedAt: Type.Optional(Type.String()),
  startedBy: Type.Optional(Type.String()),
  finishedAt: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
  counts: Type.Object({
    agrees: count,
    differs: count,
    missingThere: count,
    unknownHere: count,
    setAside: count,
  }),
  /** What does not agree first; at most 2000. */
  rows: Type.Array(ReconciledRow),
})
export type ReconcileView = Type.Static<typeof ReconcileView>

/** Without a month it is the present one. */
export const ReconcileQuery = Type.Object({ month: Type.Optional(Month) })
/** POST /connections/:id/reconcile */
export const ReconcileRequest = Type.Object({ month: Month }, closed)
/** POST /connections/:id/reconcile/aside; null = it counts again. */
export const AsideRequest = Type.Object(
  {
    rowId: Type.String({ minLength: 1, maxLength: 64 }),
    reason: Type.Union([Type.String({ minLength: 1, maxLength: 1000 }), Type.Null()]),
  },
  closed,
)
