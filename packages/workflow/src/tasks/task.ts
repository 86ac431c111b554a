import type { Cure } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { Recipients } from '../people/role.ts'

/**
 * Something a person must do. `held` = a document that cannot be sent yet; `unknown` = we do not know whether it
 * arrived; `proposed-vendor` = a vendor that the field named and that nobody has looked at yet.
 */
export type TaskKind = 'approval' | 'edit-form' | 'held' | 'unknown' | 'proposed-vendor'

export interface TaskDecision {
  choice: 'approve' | 'reject' | 'done'
  note?: string
  by: { id: string; name: string }
  /** Who is away, and for whom this one stood in. */
  insteadOf?: { id: string; name: string }
  at: Date
}

/** One person gave the task to another one. */
export interface HandOver {
  from: { id: string; name: string }
  to: { id: string; name: string }
  note?: string
  at: Date
}

/** "Bert (for Ann)" */
export function deciderName({ by, insteadOf }: Pick<TaskDecision, 'by' | 'insteadOf'>): string {
  return insteadOf === undefined ? by.name : `${by.name} (for ${insteadOf.name})`
}

export interface Task {
  id: string
  companyId: string
  kind: TaskKind
  submissionId: string
  runId?: string
  stepId?: string
  visit?: number
  effectId?: string
  /** Of a proposed vendor. */
  vendorId?: string
  title: string
  assignees: Recipients
  noteRequired: boolean
  /** May not decide it, though named or of the role: whoever submitted the form, where that is asked. */
  notBy?: string
  state: 'open' | 'done' | 'cancelled'
  /** The one that settled it. */
  decision?: TaskDecision
  /** So many different people must approve; one when left out. A rejection settles it at once. */
  wanted?: number
  /** All decisions so far, each by another person, where several are wanted. */
  votes?: TaskDecision[]
  /** Oldest first; whoever gave it away is asked no more. */
  handedOver?: HandOver[]
  /** Its people were asked by e-mail too. */
  mail?: boolean
  /** One of so many that were asked at once, all of which must be approved. */
  among?: number
  /** For held and unknown: why, and which small form cures it. */
  problems?: Problem[]
  cure?: Cure
  openedAt: Date
}
