import type { FileReference } from '@fieldledger/forms'

/** One e-mail to one person, written in the transaction of its cause and sent by a worker. */
export interface Mail {
  id: string
  to: string
  subject: string
  text: string
  /** Linked beneath the text. */
  submissionId?: string
  /** Kept with the form, and attached to the letter. */
  files?: readonly FileReference[] | undefined
  /** A page of ours, linked beneath the text: "/" or "/sync/attention". */
  page?: string
  /** Its reader may decide this task by a link that the sender makes: nobody stores it. */
  decide?: { taskId: string; personId: string }
  at: Date
}

export interface MailStore {
  post(mails: readonly Mail[]): Promise<void>
}
