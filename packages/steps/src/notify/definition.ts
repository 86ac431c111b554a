import { defineStep, type Problem, Recipients } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeRecipients, isNobody } from '../describe-recipients.ts'

export const NotifyConfig = Type.Object(
  {
    recipients: Recipients,
    text: Type.String({ maxLength: 1000 }),
    /** In Fieldledger, unless said otherwise. */
    by: Type.Optional(Type.Union([Type.Literal('app'), Type.Literal('mail'), Type.Literal('both')])),
    /** The e-mail carries the form as it is then. */
    attachPdf: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type NotifyConfig = Type.Static<typeof NotifyConfig>

export const notify = defineStep({
  kind: 'notify',
  title: 'Notify',
  description: 'Tells people something, in Fieldledger or by e-mail.',
  group: 'People',
  icon: 'bell',
  trigger: false,
  executable: false,
  perProvider: false,
  config: NotifyConfig,
  initial: () => ({ recipients: { roles: [], people: [], submitter: true }, text: '' }),
  outlets: () => [{ id: 'next', label: 'Next' }],
  summary: (config) =>
    isNobody(config.recipients)
      ? 'Choose whom to tell'
      : `Tell ${describeRecipients(config.recipients)}${wayOf(config)}`,
  problems(config) {
    const found: Problem[] = []
    if (isNobody(config.recipients))
      found.push({
        code: 'no-recipient',
        severity: 'error',
        message: 'Choose whom to tell.',
        place: 'recipients',
      })
    if (config.text.trim() === '')
      found.push({
        code: 'no-text',
        severity: 'error',
        message: 'Write what they should read.',
        place: 'text',
      })
    return found
  },
  migrations: [],
})

function wayOf(config: NotifyConfig): string {
  if (!leavesByMail(config)) return ''
  return config.attachPdf === true ? ' by e-mail, with the PDF' : ' by e-mail'
}

export function leavesByMail({ by }: Pick<NotifyConfig, 'by'>): boolean {
  return by === 'mail' || by === 'both'
}
