import { isPointer, type Problem } from '@fieldledger/workflow'
import type { WebhookConfig } from './definition.ts'

const example = 'such as /order/number'

/** Places that cannot be found in any message, and names that steps could not tell apart. */
export function messageProblems({ form, values, submits }: WebhookConfig): Problem[] {
  const found: Problem[] = []
  if (submits === undefined && !isPointer(form))
    found.push(problem('no-pointer', `Write where the message names the form, ${example}.`, 'form'))
  const seen = new Set<string>()
  for (const { name, pointer } of values) {
    if (name.trim() === '') found.push(problem('no-name', 'Give each value a name.', 'values'))
    else if (seen.has(name))
      found.push(problem('name-twice', `Two values are called "${name}": rename one of them.`, 'values'))
    seen.add(name)
    if (!isPointer(pointer) || pointer === '')
      found.push(problem('no-pointer', `Write where "${name}" stands in the message, ${example}.`, 'values'))
  }
  return found
}

function problem(code: string, message: string, place: string): Problem {
  return { code, severity: 'error', message, place }
}
