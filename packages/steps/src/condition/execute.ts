import { decimalFromMoney, type Money } from '@fieldledger/accounting'
import { choiceIds, type FieldValue, type Submission, valueWords } from '@fieldledger/forms'
import type { StepContext, StepExecutor } from '@fieldledger/workflow'
import type { Comparison, ConditionConfig, condition } from './definition.ts'
import { messages } from './messages.ts'
import { comparisonWords, conditionSubjects, givenName } from './subjects.ts'

export const execute: StepExecutor<typeof condition> = async (config, context) => {
  const { submission, form, given } = context
  const name = givenName(config.subject)
  const subject = conditionSubjects(form, Object.keys(given)).find(({ id }) => id === config.subject)
  const found =
    config.subject === 'total'
      ? [decimalFromMoney(submission.totals.total)]
      : name === undefined
        ? comparable(submission, config.subject)
        : textsOf(given, name)
  const holds = compare(found, { comparison: config.comparison, value: config.value ?? '' })
  const asked =
    `${subject?.label ?? 'Condition'} ${comparisonWords[config.comparison]} ${config.value ?? ''}`.trim()
  return {
    next: 'leave',
    outlet: holds ? 'yes' : 'no',
    stamps: [{ code: 'condition-taken', params: { asked, answer: holds ? 'yes' : 'no' } }],
    used: [
      { name: subject?.label ?? messages.used.compared, value: await inWords(found, { config, context }) },
    ],
  }
}

/** As the form shows it: a vendor by name, not by id. */
async function inWords(
  found: readonly string[],
  { config, context }: { config: ConditionConfig; context: StepContext },
): Promise<string> {
  const { form, submission, names } = context
  const field = form.fields.find(({ id }) => id === config.subject)
  if (found.length === 0) return messages.used.nothing
  if (field === undefined) return found.join(', ')
  const value = submission.values[field.id]
  const ids = choiceIds(field, value)
  return valueWords(field, { value, names: ids.length === 0 ? new Map() : await names(ids) })
}

function textsOf(given: Readonly<Record<string, string>>, name: string): string[] {
  const text = Object.hasOwn(given, name) ? given[name] : undefined
  return text === undefined || text === '' ? [] : [text]
}

function comparable(submission: Submission, field: string | undefined): string[] {
  const value =
    field !== undefined && Object.hasOwn(submission.values, field) ? submission.values[field] : undefined
  return value === undefined ? [] : asTexts(value)
}

function asTexts(value: FieldValue): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string')
  return [decimalFromMoney(value as Money)]
}

const orderings: Partial<Record<Comparison, (order: number) => boolean>> = {
  'at-least': (order) => order >= 0,
  'less-than': (order) => order < 0,
}

function compare(found: string[], to: { comparison: Comparison; value: string }): boolean {
  const { comparison, value } = to
  if (comparison === 'empty') return found.length === 0
  if (comparison === 'filled-in') return found.length > 0
  const ordering = orderings[comparison]
  if (ordering !== undefined) return found.some((one) => ordering(order(one, value)))
  const same = found.some((one) => order(one, value) === 0)
  return comparison === 'is' ? same : !same
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/

function order(left: string, right: string): number {
  const numeric = !isoDate.test(left) && Number.isFinite(Number(left)) && Number.isFinite(Number(right))
  if (numeric) return Number(left) - Number(right)
  return left.localeCompare(right, 'en', { sensitivity: 'accent' })
}
