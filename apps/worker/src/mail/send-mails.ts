import { failpoint } from '@fieldledger/runtime'
import type { ClaimedMail, MailQueue } from '@fieldledger/storage'
import { type Attachment, composeMail } from './compose-mail.ts'
import type { Mailer } from './create-mailer.ts'

export interface MailSending {
  queue: MailQueue
  mailer: Mailer
  publicUrl: string
  /** The address by which its reader decides a task; made anew from the mail each time, always the same. */
  decideUrlOf(mail: ClaimedMail): Promise<string | undefined>
  attachmentsOf(mail: ClaimedMail): Promise<Attachment[]>
  onError(error: unknown): void
}

const mostAttempts = 12
const firstWaitMs = 15_000
const longestWaitMs = 60 * 60_000

/** Sends what is due, one by one. A crash after the server took it sends the same letter, by the same Message-ID, again. */
export async function sendMails(sending: MailSending): Promise<number> {
  let sent = 0
  for (let mail = await sending.queue.claim(); mail !== undefined; mail = await sending.queue.claim())
    if (await sendOne(sending, mail)) sent += 1
  return sent
}

async function sendOne(sending: MailSending, mail: ClaimedMail): Promise<boolean> {
  const { queue, mailer, publicUrl, onError } = sending
  try {
    failpoint('mail.after-claim')
    const decideUrl = await sending.decideUrlOf(mail)
    const attachments = await sending.attachmentsOf(mail)
    await mailer.send(composeMail(mail, { publicUrl, decideUrl, attachments }))
    failpoint('mail.after-send')
    return await queue.sent(mail)
  } catch (error) {
    const wait = Math.min(firstWaitMs * 2 ** (mail.attempts - 1), longestWaitMs)
    const againInMs = mail.attempts < mostAttempts ? wait : undefined
    await queue.notSent(mail, { error: error instanceof Error ? error.message : String(error), againInMs })
    onError(error)
    return false
  }
}
