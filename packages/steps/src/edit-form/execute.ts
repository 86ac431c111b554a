import type { StepExecutor } from '@fieldledger/workflow'
import { describeRecipients } from '../describe-recipients.ts'
import type { editForm } from './definition.ts'

export const execute: StepExecutor<typeof editForm> = (config, { tasks, submission }) => {
  if (tasks.length === 0)
    return {
      next: 'wait',
      stamps: [
        {
          code: 'sent-back',
          params: { who: describeRecipients(config.assignees), instruction: config.instruction ?? '' },
        },
      ],
      changes: [
        { change: 'move-status', move: 'send-back' },
        {
          change: 'open-task',
          kind: 'edit-form',
          title: `Change and return ${submission.number ?? submission.formName}`,
          assignees: config.assignees,
          noteRequired: false,
          ...(config.mail === true ? { mail: true } : {}),
          ...(config.instruction === undefined ? {} : { mailText: config.instruction }),
        },
      ],
    }
  const done = tasks.find(({ decision }) => decision !== undefined)
  if (done === undefined) return { next: 'wait' }
  return {
    next: 'leave',
    outlet: 'returned',
    stamps: [{ code: 'returned', params: { by: done.decision?.by.name ?? '' } }],
    changes: [{ change: 'cancel-open-tasks' }, { change: 'move-status', move: 'submit' }],
  }
}
