import type { StepExecutor } from '@fieldledger/workflow'
import { describeRecipients } from '../describe-recipients.ts'
import { leavesByMail, type notify } from './definition.ts'
import { messages } from './messages.ts'

/** A form that cannot be printed is not sent without its PDF: the step fails, and a person is told. */
export const execute: StepExecutor<typeof notify> = async (config, context) => {
  const { recipients, text, by = 'app' } = config
  const attached = config.attachPdf === true && leavesByMail(config) ? await context.print() : undefined
  if (attached !== undefined && 'refused' in attached)
    return {
      next: 'fail',
      error: { code: 'not-printed', message: attached.refused, retryable: attached.retryable },
    }
  const who = describeRecipients(recipients)
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'notified', params: { who } }],
    used: [
      { name: messages.recipients, value: who },
      { name: messages.text, value: text },
      { name: messages.way, value: messages.ways[by] },
      ...(attached === undefined ? [] : [{ name: messages.attached, value: attached.name }]),
    ],
    changes: [
      { change: 'notify', recipients, text, by, ...(attached === undefined ? {} : { files: [attached] }) },
    ],
  }
}
