import type { Recipients, StepContext, StepExecutor } from '@fieldledger/workflow'
import { describeRecipients } from '../describe-recipients.ts'
import type { AssignConfig, assign } from './definition.ts'

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
  const text = `You are responsible for ${submission.number ?? submission.formName}.`
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'assigned', params: { who: await named(who, context) } }],
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
  const field = config.field ?? ''
  const value = Object.hasOwn(submission.values, field) ? submission.values[field] : undefined
  return { roles: [], people: Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [] }
}

async function named({ roles, people }: Recipients, context: StepContext): Promise<string> {
  const names = await context.names(people)
  const words = people.map((id) => names.get(id) ?? 'somebody')
  return [...words, ...(roles.length === 0 ? [] : [describeRecipients({ roles, people: [] })])].join(', ')
}
