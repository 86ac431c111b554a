import type { ClaimedMail } from '@fieldledger/storage'

export interface Attachment {
  filename: string
  contentType: string
  content: Buffer
}

export interface Letter {
  messageId: string
  to: string
  subject: string
  text: string
  attachments: Attachment[]
}

/** The letter as it leaves. The same mail is always the same letter, so that a second sending shows as one. */
export function composeMail(
  mail: ClaimedMail,
  place: { publicUrl: string; decideUrl: string | undefined; attachments: Attachment[] },
): Letter {
  const linked = (label: string, url: string | undefined) => (url === undefined ? [] : [`${label}: ${url}`])
  // Who works in several companies is brought into the one that the letter is about.
  const ours = (path: string) => {
    const url = new URL(path, place.publicUrl)
    url.searchParams.set('company', mail.companyId)
    return url.href
  }
  const form = mail.submissionId === undefined ? undefined : ours(`/submissions/${mail.submissionId}`)
  const page = mail.page === undefined ? undefined : ours(mail.page)
  const paragraphs = [
    mail.text,
    ...linked('Decide without signing in', place.decideUrl),
    ...linked('The form', form),
    ...linked('Open Fieldledger', page),
  ]
  return {
    messageId: `<${mail.id}@fieldledger>`,
    to: mail.to,
    subject: mail.subject,
    text: `${paragraphs.join('\n\n')}\n`,
    attachments: place.attachments,
  }
}
