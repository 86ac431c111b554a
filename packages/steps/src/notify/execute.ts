import type { StepExecutor } from '@fieldledger/workflow'
import { describeRecipients } from '../describe-recipients.ts'
import type { notify } from './definition.ts'

export const execute: StepExecutor<typeof notify> = (config) => ({
  next: 'leave',
  outlet: 'next',
  stamps: [{ code: 'notified', params: { who: describeRecipients(config.recipients) } }],
  changes: [{ change: 'notify', recipients: config.recipients, text: config.text, by: config.by ?? 'app' }],
})
