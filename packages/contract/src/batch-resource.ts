import { Type } from 'typebox'

const count = Type.Integer()

export const BatchCounts = Type.Object({
  sent: count,
  /** Finished without sending anything. */
  done: count,
  failed: count,
  skipped: count,
  /** For somebody: an approval, a form sent back. */
  waiting: count,
  underWay: count,
})
export type BatchCounts = Type.Static<typeof BatchCounts>

/** GET /batches and /batches/:id: a workflow started for many forms, or a cause cured for all, and what became of them. */
export const BatchView = Type.Object({
  id: Type.String(),
  /** null = forms of any kind, that one cause held. */
  formId: Type.Union([Type.String(), Type.Null()]),
  formName: Type.Union([Type.String(), Type.Null()]),
  /** The cause under Needs attention, as it was worded. */
  cause: Type.Union([Type.String(), Type.Null()]),
  /** null = the form's first workflow. */
  workflowName: Type.Union([Type.String(), Type.Null()]),
  origin: Type.Union([
    Type.Literal('clock'),
    Type.Literal('selection'),
    Type.Literal('date-range'),
    Type.Literal('cure'),
  ]),
  startedBy: Type.Union([Type.String(), Type.Null()]),
  startedAt: Type.String(),
  finishedAt: Type.Union([Type.String(), Type.Null()]),
  /** How many were counted before it began, when somebody counted. */
  expected: Type.Union([Type.Integer(), Type.Null()]),
  counts: BatchCounts,
})
export type BatchView = Type.Static<typeof BatchView>

/** GET /batches/:id/items */
export const BatchItemView = Type.Object({
  id: Type.String(),
  submissionId: Type.String(),
  number: Type.Union([Type.String(), Type.Null()]),
  outcome: Type.Union([
    Type.Literal('sent'),
    Type.Literal('done'),
    Type.Literal('failed'),
    Type.Literal('skipped'),
    Type.Literal('waiting'),
    Type.Literal('underWay'),
  ]),
  message: Type.Union([Type.String(), Type.Null()]),
  /** The document in the ledger. */
  documentNumber: Type.Union([Type.String(), Type.Null()]),
  url: Type.Union([Type.String(), Type.Null()]),
})
export type BatchItemView = Type.Static<typeof BatchItemView>
