import { Money } from '@fieldledger/accounting'
import { DocumentStatus, FileReference, FormContent, FormType, ProposedVendor } from '@fieldledger/forms'
import { Problem, Recipients } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { ErrorExplanation } from './error-catalogue.ts'
import { LedgerState } from './ledger-state.ts'

const closed = { additionalProperties: false }
/** Checked against the form version's own schema, not here. */
const values = Type.Record(Type.String(), Type.Unknown())

/** POST /forms/:id/submissions. `id` is made by the phone and is the idempotency key for ever. */
export const SubmitRequest = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    formVersion: Type.Integer(),
    values,
    proposedVendors: Type.Optional(Type.Array(ProposedVendor, { maxItems: 10 })),
    /** The order that it is made from: a receipt or a bill. */
    madeFrom: Type.Optional(Type.String({ format: 'uuid' })),
  },
  closed,
)
export type SubmitRequest = Type.Static<typeof SubmitRequest>

/** POST /submissions/:id/revise: `revision` is the one that was looked at; stale = 409. */
export const ReviseRequest = Type.Object(
  {
    revision: Type.Integer(),
    values,
    proposedVendors: Type.Optional(Type.Array(ProposedVendor, { maxItems: 10 })),
  },
  closed,
)
export type ReviseRequest = Type.Static<typeof ReviseRequest>

/** POST /submissions/:id/cancel */
export const CancelRequest = Type.Object(
  {
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    removeFromLedger: Type.Boolean(),
    /** Connections in which the document is deleted, where it would be closed. */
    deleteIn: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 })),
  },
  closed,
)
export type CancelRequest = Type.Static<typeof CancelRequest>

/** GET /submissions: rows. Filters: form, status, vendor, mine, q, ledger, from, to, sort, cursor. */
export const SubmissionSummary = Type.Object({
  id: Type.String(),
  number: Type.Union([Type.String(), Type.Null()]),
  formId: Type.String(),
  formName: Type.String(),
  formType: FormType,
  status: DocumentStatus,
  label: Type.Union([Type.String(), Type.Null()]),
  vendorName: Type.Union([Type.String(), Type.Null()]),
  projectName: Type.Union([Type.String(), Type.Null()]),
  total: Money,
  submittedBy: Type.String(),
  /** Names of people and roles whose affair it is. */
  responsible: Type.Union([Type.String(), Type.Null()]),
  submittedAt: Type.String(),
  ledger: Type.Array(LedgerState),
})
export type SubmissionSummary = Type.Static<typeof SubmissionSummary>

/** GET /submissions/:id */
export const SubmissionView = Type.Object({
  ...SubmissionSummary.properties,
  revision: Type.Integer(),
  formVersion: Type.Integer(),
  content: FormContent,
  values,
  /** Catalogue id → what to show: names of vendors, people, materials, cost codes, accounts in the values. */
  names: Type.Record(Type.String(), Type.String()),
  totals: Type.Object({ net: Money, tax: Money, total: Money }),
  tasks: Type.Array(Type.Unknown()),
  /** What steps of the workflow made of it. */
  documents: Type.Array(FileReference),
  runId: Type.Union([Type.String(), Type.Null()]),
  /** What this person may do now: "revise", "cancel", "send", … */
  allowed: Type.Array(Type.String()),
  /** Connections to which it may be sent by hand. */
  sendTargets: Type.Array(
    Type.Object({
      connectionId: Type.String(),
      providerLabel: Type.String(),
      ready: Type.Boolean(),
      reason: Type.Optional(Type.String()),
      /** Approved, and nothing was ever planned for it there: why. */
      notSent: Type.Optional(Type.String()),
    }),
  ),
})
export type SubmissionView = Type.Static<typeof SubmissionView>

/** GET /submissions/:id/timeline and each SSE event of /timeline/stream (event id = seq). `text` is rendered English. */
export const TimelineEntryView = Type.Object({
  id: Type.String(),
  seq: Type.Integer(),
  code: Type.String(),
  text: Type.String(),
  actor: Type.String(),
  at: Type.String(),
  url: Type.Optional(Type.String()),
  /** Our own forms that the sentence names. */
  links: Type.Optional(Type.Array(Type.Object({ submissionId: Type.String(), text: Type.String() }))),
  tone: Type.Union([
    Type.Literal('neutral'),
    Type.Literal('progress'),
    Type.Literal('good'),
    Type.Literal('warning'),
    Type.Literal('bad'),
  ]),
  details: Type.Optional(Type.Array(Type.String())),
})
export type TimelineEntryView = Type.Static<typeof TimelineEntryView>

/** Who had an exchange with a ledger made, in words. */
export const AskedBy = Type.Object({
  text: Type.String(),
  /** Who had it sent first, where another person had it tried again. */
  first: Type.Optional(Type.String()),
  runId: Type.Optional(Type.String()),
})
export type AskedBy = Type.Static<typeof AskedBy>

/** GET /submissions/:id/sync-log and GET /sync-log: Integration Logs. */
export const SyncLogEntry = Type.Object({
  id: Type.String(),
  at: Type.String(),
  submissionId: Type.Union([Type.String(), Type.Null()]),
  submissionNumber: Type.Union([Type.String(), Type.Null()]),
  effectId: Type.Union([Type.String(), Type.Null()]),
  providerLabel: Type.String(),
  /** "Create purchase order", "Read back", … */
  title: Type.String(),
  status: Type.Union([Type.Literal('success'), Type.Literal('failure'), Type.Literal('unknown')]),
  message: Type.String(),
  explanation: Type.Optional(ErrorExplanation),
  request: Type.Unknown(),
  answer: Type.Unknown(),
  durationMs: Type.Number(),
  attempt: Type.Union([Type.Integer(), Type.Null()]),
  /** null = it was not written down. */
  asked: Type.Union([AskedBy, Type.Null()]),
})
export type SyncLogEntry = Type.Static<typeof SyncLogEntry>

const Vote = Type.Object({
  choice: Type.String(),
  note: Type.Optional(Type.String()),
  by: Type.String(),
  at: Type.String(),
})

/** GET /tasks (mine and open by default), GET /tasks/:id. POST /tasks/:id/decision takes TaskDecisionRequest. */
export const TaskView = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('approval'),
    Type.Literal('edit-form'),
    Type.Literal('held'),
    Type.Literal('unknown'),
    Type.Literal('proposed-vendor'),
  ]),
  title: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('cancelled')]),
  noteRequired: Type.Boolean(),
  assignees: Recipients,
  assigneeNames: Type.Array(Type.String()),
  mine: Type.Boolean(),
  /** It is mine because this person is away. */
  insteadOf: Type.Optional(Type.String()),
  effectId: Type.Optional(Type.String()),
  vendorId: Type.Optional(Type.String()),
  problems: Type.Array(Problem),
  cure: Type.Optional(Type.String()),
  decision: Type.Optional(Vote),
  /** So many must approve: different people, or the tasks of so many. */
  wanted: Type.Integer(),
  /** What was decided so far, by whom. */
  votes: Type.Array(Vote),
  openedAt: Type.String(),
  submission: SubmissionSummary,
})
export type TaskView = Type.Static<typeof TaskView>

export const TaskDecisionRequest = Type.Object(
  {
    choice: Type.Union([Type.Literal('approve'), Type.Literal('reject'), Type.Literal('done')]),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  closed,
)
export type TaskDecisionRequest = Type.Static<typeof TaskDecisionRequest>

/** POST /effects/:id/resolve: what only a person may say about a document in a ledger (DESIGN §4, G-13). */
export const ResolveEffectRequest = Type.Union([
  Type.Object(
    { how: Type.Literal('link-existing'), remoteId: Type.String({ minLength: 1, maxLength: 100 }) },
    closed,
  ),
  Type.Object(
    {
      how: Type.Literal('send-beside'),
      remoteId: Type.String({ minLength: 1, maxLength: 100 }),
      reason: Type.String({ minLength: 1, maxLength: 1000 }),
    },
    closed,
  ),
  Type.Object({ how: Type.Literal('not-there-send-again') }, closed),
  Type.Object({ how: Type.Literal('send-as-new') }, closed),
  Type.Object({ how: Type.Literal('send-ours') }, closed),
  Type.Object({ how: Type.Literal('keep-theirs') }, closed),
  Type.Object({ how: Type.Literal('stop'), reason: Type.String({ minLength: 1, maxLength: 1000 }) }, closed),
])
export type ResolveEffectRequest = Type.Static<typeof ResolveEffectRequest>
