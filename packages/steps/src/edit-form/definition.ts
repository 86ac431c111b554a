import { defineStep, Recipients } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeRecipients, isNobody } from '../describe-recipients.ts'

export const EditFormConfig = Type.Object(
  {
    assignees: Recipients,
    instruction: Type.Optional(Type.String({ maxLength: 1000 })),
    /** Each of them gets a mail with the instruction and the way to the form. */
    mail: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type EditFormConfig = Type.Static<typeof EditFormConfig>

export const editForm = defineStep({
  kind: 'edit-form',
  title: 'Send back for changes',
  description: 'Gives the form back to somebody to change and send again.',
  group: 'People',
  icon: 'pencil',
  trigger: false,
  executable: false,
  perProvider: false,
  config: EditFormConfig,
  initial: () => ({ assignees: { roles: [], people: [], submitter: true } }),
  outlets: () => [{ id: 'returned', label: 'Returned' }],
  summary: (config) =>
    isNobody(config.assignees) ? 'Choose who changes it' : `Back to ${describeRecipients(config.assignees)}`,
  problems: (config) =>
    isNobody(config.assignees)
      ? [
          {
            code: 'no-assignee',
            severity: 'error',
            message: 'Choose who gets the form back.',
            place: 'assignees',
          },
        ]
      : [],
  migrations: [],
})
