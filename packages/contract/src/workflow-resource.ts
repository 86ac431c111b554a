import { AccountRule, DocumentKind, Money, RemoteReference } from '@fieldledger/accounting'
import { FormContent } from '@fieldledger/forms'
import { ConnectionSummary, FieldMapping, Graph, Problem, Role, UnlinkedItems } from '@fieldledger/workflow'
import { Type } from 'typebox'

/** GET /forms/:id/workflow. PUT takes { graph, revision } and answers the same, or 409 with `conflict`. */
export const WorkflowDraft = Type.Object({
  formId: Type.String(),
  graph: Graph,
  revision: Type.Integer(),
  publishedVersion: Type.Union([Type.Integer(), Type.Null()]),
  /** false = the draft equals the published version. */
  changed: Type.Boolean(),
  problems: Type.Array(Problem),
  updatedAt: Type.String(),
  updatedBy: Type.String(),
})
export type WorkflowDraft = Type.Static<typeof WorkflowDraft>

/** GET /forms/:id/workflows: the form's first workflow has the form's id and no name. */
export const WorkflowSummary = Type.Object({
  id: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  publishedVersion: Type.Union([Type.Integer(), Type.Null()]),
  /** How the published version begins; null = nothing of it is published. */
  startsOn: Type.Union([
    Type.Literal('submit'),
    Type.Literal('clock'),
    Type.Literal('message'),
    Type.Literal('hand'),
    Type.Literal('event'),
    Type.Null(),
  ]),
  /** When the clock starts it next. */
  nextFireAt: Type.Union([Type.String(), Type.Null()]),
})
export type WorkflowSummary = Type.Static<typeof WorkflowSummary>

/** POST /forms/:id/workflows: a further workflow of the form, begun by this kind of trigger. */
export const NewWorkflow = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 120 }), trigger: Type.String({ maxLength: 40 }) },
  { additionalProperties: false },
)
export type NewWorkflow = Type.Static<typeof NewWorkflow>

export const WorkflowDraftChange = Type.Object(
  { graph: Graph, revision: Type.Integer() },
  { additionalProperties: false },
)
export type WorkflowDraftChange = Type.Static<typeof WorkflowDraftChange>

/** GET /forms/:id/workflow/versions and /versions/:n (with graph). */
export const WorkflowVersionView = Type.Object({
  version: Type.Integer(),
  publishedAt: Type.String(),
  publishedBy: Type.String(),
  graph: Type.Optional(Graph),
})
export type WorkflowVersionView = Type.Static<typeof WorkflowVersionView>

/** GET /forms/:id/workflow/diff (draft against published) and /versions/:n/diff: sentences in words. */
export const WorkflowDiff = Type.Object({
  changes: Type.Array(
    Type.Object({ kind: Type.String(), text: Type.String(), stepId: Type.Optional(Type.String()) }),
  ),
})
export type WorkflowDiff = Type.Static<typeof WorkflowDiff>

/** POST /forms/:id/workflow/preview: an unsaved mapping with a submission. POST /submissions/:id/preview has no mapping. */
export const PreviewRequest = Type.Object(
  {
    submissionId: Type.String(),
    connectionId: Type.String(),
    documentKind: DocumentKind,
    mapping: FieldMapping,
    unlinkedItems: UnlinkedItems,
  },
  { additionalProperties: false },
)
export type PreviewRequest = Type.Static<typeof PreviewRequest>

/** The document as that ledger will show it, before sending. */
export const DocumentPreview = Type.Object({
  documentLabel: Type.String(),
  number: Type.String(),
  vendor: Type.Union([Type.Object({ name: Type.String(), linked: Type.Boolean() }), Type.Null()]),
  date: Type.Union([Type.String(), Type.Null()]),
  dueDate: Type.Union([Type.String(), Type.Null()]),
  terms: Type.Union([Type.String(), Type.Null()]),
  employee: Type.Union([Type.String(), Type.Null()]),
  memo: Type.Union([Type.String(), Type.Null()]),
  shipTo: Type.Union([Type.String(), Type.Null()]),
  class: Type.Union([Type.String(), Type.Null()]),
  /** Marks beside it, out of other lists of the ledger. */
  tracking: Type.Array(Type.String()),
  project: Type.Union([Type.String(), Type.Null()]),
  lines: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Union([Type.Literal('item'), Type.Literal('expense')]),
      item: Type.Optional(RemoteReference),
      /** true = the item does not exist there yet and will be created first. */
      itemToCreate: Type.Optional(Type.Boolean()),
      account: Type.Optional(RemoteReference),
      accountRule: Type.Optional(AccountRule),
      taxCode: Type.Optional(RemoteReference),
      description: Type.String(),
      quantity: Type.String(),
      unitPrice: Type.String(),
      amount: Type.Union([Money, Type.Null()]),
    }),
  ),
  net: Money,
  /** With the tax that the ledger adds. */
  total: Money,
  formNet: Money,
  formTotal: Money,
  /** e.g. "This ledger company has no purchase tax: net is sent." */
  notes: Type.Array(Type.String()),
  problems: Type.Array(Problem),
})
export type DocumentPreview = Type.Static<typeof DocumentPreview>

/** GET /forms/:id/editor-context: all that badges and drawers need beside the graph. Live through /events. */
export const EditorContext = Type.Object({
  connections: Type.Array(ConnectionSummary),
  /** Names and destinations of the company's secrets. */
  secrets: Type.Array(Type.Object({ name: Type.String(), origin: Type.String() })),
  /** Names of those who submit forms and have no supervisor. */
  unsupervised: Type.Array(Type.String()),
  /** Everybody who works here, so that a step can count them. */
  staff: Type.Array(Type.Object({ id: Type.String(), role: Role })),
  /** Published forms that can be made from this one. */
  nextForms: Type.Array(Type.Object({ id: Type.String(), content: FormContent })),
})
export type EditorContext = Type.Static<typeof EditorContext>
