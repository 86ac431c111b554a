import type { FormEvent } from '@fieldledger/workflow'

/** What is to begin because something happened to a form; written in the transaction in which it happened. */
export interface EventStart {
  id: string
  companyId: string
  /** The workflow that starts. Absent = the form is sent wherever its connections say so. */
  workflowId?: string
  submissionId: string
  event: FormEvent
  /** The run whose doing it was; absent = a person's, or another system's. */
  causedBy?: string
  at: Date
  /** Looked at again then: an earlier run of this workflow is still under way with the form. */
  lookAt: Date
  /** How often it was put off, or failed. */
  tries: number
}

export interface EventStartStore {
  get(id: string): Promise<EventStart | undefined>
  /** It is done with. false = somebody else was faster. */
  remove(id: string): Promise<boolean>
  putOff(which: { id: string; ms: number }): Promise<void>
}
