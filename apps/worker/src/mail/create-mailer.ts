import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Letter } from './compose-mail.ts'

export interface Mailer {
  /** Throws when the mail server did not take it. */
  send(letter: Letter): Promise<void>
  close(): void
}

/** By the mail server of the settings, else into a folder, one file for each letter. */
export function createMailer(settings: {
  smtpUrl: string | undefined
  from: string
  folder: string
}): Mailer {
  const { smtpUrl, from, folder } = settings
  return smtpUrl === undefined ? intoFolder({ from, folder }) : byServer({ from, smtpUrl })
}

/** Shorter than a mail's lease. */
const patienceMs = 20_000

function byServer({ from, smtpUrl }: { from: string; smtpUrl: string }): Mailer {
  const waits = new URL(smtpUrl)
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    waits.searchParams.set(name, String(patienceMs))
  const transport = createTransport(waits.href)
  return {
    async send(letter) {
      await transport.sendMail({ ...letter, from })
    },
    close: () => transport.close(),
  }
}

function intoFolder({ from, folder }: { from: string; folder: string }): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(letter) {
      const { message } = await transport.sendMail({ ...letter, from })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Named after the letter: sent twice, it is one file; and never half a file.
      const file = join(folder, `${letter.messageId.replace(/[^\w-]/g, '')}.eml`)
      await writeFile(`${file}.part`, message, { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
    close: () => transport.close(),
  }
}
