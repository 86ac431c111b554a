import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import {
  type ClaimedMail,
  createDecisionLinks,
  createFileStore,
  createMailQueue,
  type Database,
  type Settings,
} from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { createMailer } from './create-mailer.ts'
import { readAttachments } from './read-attachments.ts'
import { sendMails } from './send-mails.ts'

/** Everything that mails need, built of the settings; `send` sends what is due. */
export function composeMailing(parts: {
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataFolder' | 'publicUrl' | 'authSecret'>
  database: Database
  onError(error: unknown): void
}): { send(): Promise<void>; close(): void } {
  const { settings, database, onError } = parts
  const { smtpUrl, mailFrom, dataFolder, publicUrl } = settings
  const mailer = createMailer({ smtpUrl, from: mailFrom, folder: join(dataFolder, 'mails') })
  const queue = createMailQueue(database)
  const links = createDecisionLinks(database)
  const files = createFileStore(database)

  /** The token is made of the mail and a secret that is in no database: sent again, it is the same; stored, it is a hash. */
  async function decideUrlOf({ id, companyId, decide, at }: ClaimedMail): Promise<string | undefined> {
    if (decide === undefined) return undefined
    const token = createHmac('sha256', settings.authSecret).update(`decide ${id}`).digest('base64url')
    await links.keep(companyScope(companyId), { mailId: id, token, ...decide, sentAt: at })
    return new URL(`/decide/${token}`, publicUrl).href
  }

  return {
    async send() {
      const attachmentsOf = (mail: ClaimedMail) => readAttachments(files, mail)
      await sendMails({ queue, mailer, publicUrl, decideUrlOf, attachmentsOf, onError })
    },
    close: () => mailer.close(),
  }
}
