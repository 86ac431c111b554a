import type { FileReference, FormContent, Submission } from '@fieldledger/forms'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import type { Task } from '../tasks/task.ts'
import type { NextForm } from './next-form.ts'
import type { SendRequest } from './step-outcome.ts'
import type { StepAnswer, StepRequest } from './step-request.ts'

/** Where the sending of this submission's present revision stands, for one connection and document kind. */
export type Delivery =
  | { state: 'none' }
  | { state: 'under-way' }
  | { state: 'arrived'; number: string; url?: string; changed: boolean }
  | { state: 'refused'; code: string; message: string; retryable: boolean }
  | { state: 'stopped' }

/** All that a step may see. Read only: what it wants changed stands in its outcome. */
export interface StepContext {
  /** `since`: when this visit began. */
  step: { id: string; name: string; visit: number; since: Date; memo?: Readonly<Record<string, unknown>> }
  /** By the server's clock. */
  now: Date
  submission: Submission
  form: FormContent
  /** Tasks that this visit opened, oldest first. */
  tasks: readonly Task[]
  connections: readonly ConnectionSummary[]
  /** A revision that changed neither vendor, lines, account nor total of an approved form: the approval stands. */
  approvalStands?: boolean
  /** What the message that started the run gave, by name. */
  given: Readonly<Record<string, string>>
  /** Person id → name. */
  personName(id: string): string
  /** The company's. */
  timeZone(): Promise<string>
  /** Whose approval a form of this person needs; undefined = none was set, or they work here no more. */
  supervisorOf(personId: string): Promise<{ id: string; name: string } | undefined>
  /** Another workflow of the form still asks somebody to approve it, or will. */
  decisionAwaited(): Promise<boolean>
  /** Catalogue and people ids → names; those of other companies stay unknown. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** At most one for each visit: it is repeated with the same Idempotency-Key after a crash. */
  request(request: StepRequest): Promise<StepAnswer>
  /** The form as a PDF, kept among its files; the same form again is the same file. */
  print(): Promise<FileReference | { refused: string; retryable: boolean }>
  /** The newest version of another form; undefined = it takes nothing (not published, archived, gone). */
  nextForm(formId: string): Promise<NextForm | undefined>
  delivery(request: Pick<SendRequest, 'connectionId' | 'documentKind'>): Promise<Delivery>
}
