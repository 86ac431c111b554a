import type { DocumentKind } from '@fieldledger/accounting'
import type { FieldValue, FileReference, StatusMove, SubmissionTotals } from '@fieldledger/forms'
import type { FieldMapping } from '../mapping/field-mapping.ts'
import type { UnlinkedItems } from '../mapping/sending-options.ts'
import type { Recipients } from '../people/role.ts'
import type { StepError } from '../run/token.ts'
import type { TaskKind } from '../tasks/task.ts'
import type { Stamp } from '../timeline/timeline-entry.ts'
import type { FormToMake } from './next-form.ts'
import type { UsedValue } from './used-value.ts'

/** Everything that a send needs to know beside the submission itself. */
export interface SendRequest {
  connectionId: string
  documentKind: DocumentKind
  mapping: FieldMapping
  unlinkedItems: UnlinkedItems
}

/** How a notice reaches people. */
export type NoticeWay = 'app' | 'mail' | 'both'

/** What a step wants changed. The runtime applies all changes, stamps and the token's move in one transaction. */
export type StepChange =
  | {
      change: 'open-task'
      kind: Extract<TaskKind, 'approval' | 'edit-form'>
      title: string
      assignees: Recipients
      noteRequired: boolean
      /** So many different people must approve; one when left out. */
      wanted?: number
      /** One of so many tasks of this visit, all of which must be approved. */
      among?: number
      /** Whoever submitted the form may not decide it. */
      notBySubmitter?: boolean
      /** Asked by e-mail too. */
      mail?: boolean
      /** Said in the mail beside what is asked. */
      mailText?: string
    }
  | { change: 'cancel-open-tasks' }
  /** These may decide the visit's open tasks too. */
  | { change: 'widen-open-tasks'; assignees: Recipients }
  | { change: 'move-status'; move: StatusMove }
  | { change: 'set-label'; label: string }
  | {
      change: 'notify'
      recipients: Recipients
      text: string
      by?: NoticeWay
      /** Whoever stands in for one of them who is away is told too. */
      standIns?: boolean
      /** Attached to the e-mail. */
      files?: FileReference[]
    }
  | { change: 'name-responsible'; responsible: Recipients }
  | { change: 'write-field'; field: string; value: FieldValue; totals: SubmissionTotals }
  | { change: 'send-document'; request: SendRequest }
  | { change: 'make-form'; form: FormToMake }
  /** Among the form's documents, in place of what this step kept before. */
  | { change: 'keep-document'; document: FileReference }

/**
 * What a step returns. `wait`: the runtime wakes the step again when one of its tasks or effects moved; `execute` is then
 * called anew and must come to the same changes, or none. `until`: also then, by the server's clock. `split`: one token
 * goes out by each arrow of these outlets. `meet`: it waits for the other branches, then one leaves by the outlet.
 * `fail`: the failed outlet, or needs attention. `used`: the values that it worked with, kept with the visit.
 */
export type StepOutcome =
  | {
      next: 'leave'
      outlet: string
      stamps?: Stamp[]
      changes?: StepChange[]
      output?: unknown
      used?: UsedValue[]
    }
  | {
      next: 'wait'
      until?: Date
      /** Kept with the visit, as one with the changes: what was done once is not done again. */
      memo?: Readonly<Record<string, unknown>>
      stamps?: Stamp[]
      changes?: StepChange[]
    }
  | { next: 'split'; outlets: string[]; stamps?: Stamp[]; changes?: StepChange[] }
  | { next: 'meet'; outlet: string; stamps?: Stamp[]; changes?: StepChange[] }
  | { next: 'end'; stamps?: Stamp[]; changes?: StepChange[] }
  | {
      next: 'fail'
      error: StepError
      stamps?: Stamp[]
      changes?: StepChange[]
      used?: UsedValue[]
    }
