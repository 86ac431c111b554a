/** Who did it: a person, a step of the workflow, or the ledger. */
export type TimelineActor =
  | { kind: 'person'; id: string; name: string }
  | { kind: 'workflow'; stepName?: string }
  | { kind: 'system' }

/** Parameters are plain values; `link` may point into the ledger or our own pages. */
export type TimelineParams = Record<string, string | number | boolean>

/** A stamp before it has a sequence number. */
export interface Stamp {
  code: TimelineCode
  params: TimelineParams
  /** Unique within the submission when given: the same stamp is never written twice ("<effect>:confirmed"). */
  once?: string
}

export interface TimelineEntry {
  id: string
  submissionId: string
  seq: number
  code: TimelineCode
  params: TimelineParams
  actor: TimelineActor
  at: Date
}

/** Every sentence a timeline can hold; messages.ts renders it. Params named there. */
export type TimelineCode =
  | 'submitted'
  | 'revised'
  | 'cancelled'
  | 'commented'
  | 'status-changed'
  | 'label-set'
  | 'approval-asked'
  | 'approval-reminded'
  | 'approval-escalated'
  | 'approval-given'
  | 'task-handed-over'
  | 'approved'
  | 'rejected'
  | 'sent-back'
  | 'returned'
  | 'condition-taken'
  | 'waiting'
  | 'turn-awaited'
  | 'notified'
  | 'vendor-proposed'
  | 'vendor-settled'
  | 'made-from'
  | 'split'
  | 'split-from'
  | 'form-made'
  | 'draft-made'
  | 'form-made-before'
  | 'nothing-remains'
  | 'document-made'
  | 'linked-form-changed'
  | 'assigned'
  | 'field-set'
  | 'request-answered'
  | 'request-failed'
  | 'sending'
  | 'document-created'
  | 'document-updated'
  | 'document-awaits-approval'
  | 'document-cancelled'
  | 'order-marked'
  | 'order-not-marked'
  | 'document-unchanged'
  | 'document-differs'
  | 'document-removed'
  | 'document-state'
  | 'document-changed'
  | 'document-edited'
  | 'sent-as-new'
  | 'ours-chosen'
  | 'theirs-kept'
  | 'checked-again'
  | 'item-created'
  | 'vendor-created'
  | 'lines-as-expense'
  | 'sent-with-warning'
  | 'outcome-unknown'
  | 'outcome-resolved'
  | 'document-held'
  | 'document-rejected'
  | 'send-stopped'
  | 'not-sent'
  | 'needs-attention'
  | 'retry-later'
  | 'retried'
  | 'replayed'
  | 'version-moved'
  | 'run-paused'
  | 'run-resumed'
  | 'run-stopped'
  | 'batch-started'
  | 'message-started'
  | 'message-submitted'
  | 'event-started'
  | 'event-refused'
  | 'undo-asked'
  | 'not-a-duplicate'
  | 'finished'
