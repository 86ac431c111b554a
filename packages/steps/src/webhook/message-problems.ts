import { isPointer, type Problem } from '@fieldledger/workflow'
import { problemAt } from '../problem-at.ts'
import type { WebhookConfig } from './definition.ts'

const example = 'such as /order/number'

/** Places that cannot be found in any message, and names that steps could not tell apart. */
export function messageProblems({ form, values, submits }: WebhookConfig): Problem[] {
  const found: Problem[] = []
  if (submits === undefined && !isPointer(form))
    found.push(
      problemAt('form', {
        code: 'no-pointer',
        message: `Write where the message names the form, ${example}.`,
      }),
    )
  const seen = new Set<string>()
  for (const { name, pointer } of values) {
    if (name.trim() === '')
      found.push(problemAt('values', { code: 'no-name', message: 'Give each value a name.' }))
    else if (seen.has(name))
      found.push(
        problemAt('values', {
          code: 'name-twice',
          message: `Two values are called "${name}": rename one of them.`,
        }),
      )
    seen.add(name)
    if (!isPointer(pointer) || pointer === '')
      found.push(
        problemAt('values', {
          code: 'no-pointer',
          message: `Write where "${name}" stands in the message, ${example}.`,
        }),
      )
  }
  return found
}
