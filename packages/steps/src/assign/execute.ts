import type { Recipients, StepContext, StepExecutor } from '@fieldledger/workflow'
import { nameRecipients } from '../name-recipients.ts'
import { peopleNamedIn } from '../people-fields.ts'
import type { AssignConfig, assign } from './definition.ts'
import { messages } from './messages.ts'

export const execute: StepExecutor<typeof assign> = async (config, context) => {
  const who = chosen(config, context)
  const { submission } = context
  if (who.people.length + who.roles.length === 0)
    return {
      next: 'fail',
      error: {
        code: 'nobody-named',
        message: 'The form names nobody who would be responsible: fill in the field, then try again.',
        retryable: false,
      },
    }
  const named = await nameRecipients(who, context)
  const text = `You are responsible for ${submission.number ?? submission.formName}.`
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'assigned', params: { who: named } }],
    used: [{ name: messages.who, value: named }],
    changes: [
      { change: 'name-responsible', responsible: who },
      ...(config.tell ? [{ change: 'notify' as const, recipients: who, text }] : []),
    ],
  }
}

function chosen(config: AssignConfig, { submission }: StepContext): Recipients {
  if (config.by === 'names') {
    const { roles, people, submitter } = config.who
    const all = submitter === true ? [...people, submission.submittedBy] : people
    return { roles, people: [...new Set(all)] }
  }
  return { roles: [], people: peopleNamedIn(submission, config.field ?? '') }
}
