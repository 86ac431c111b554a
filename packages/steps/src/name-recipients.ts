import type { Recipients, StepContext } from '@fieldledger/workflow'
import { describeRecipients } from './describe-recipients.ts'

/** "Ann, Bert, approvers": people by name, for the timeline. */
export async function nameRecipients(
  { roles, people }: Recipients,
  { names }: Pick<StepContext, 'names'>,
): Promise<string> {
  const known = await names(people)
  const words = people.map((id) => known.get(id) ?? 'somebody')
  return [...words, ...(roles.length === 0 ? [] : [describeRecipients({ roles, people: [] })])].join(', ')
}
