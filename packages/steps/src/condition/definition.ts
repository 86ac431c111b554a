import { readDecimal } from '@fieldledger/accounting'
import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { problemAt } from '../problem-at.ts'
import { comparisonsFor, comparisonWords, conditionSubjects, givenName } from './subjects.ts'

export const Comparison = Type.Union([
  Type.Literal('is'),
  Type.Literal('is-not'),
  Type.Literal('at-least'),
  Type.Literal('less-than'),
  Type.Literal('filled-in'),
  Type.Literal('empty'),
])
export type Comparison = Type.Static<typeof Comparison>

/** `subject`: "total" (the document's total), a field id, or "given:" with the name of a value of the message. `value` is text; decimals for numbers and money. */
export const ConditionConfig = Type.Object(
  {
    subject: Type.Optional(Type.String({ maxLength: 80 })),
    comparison: Comparison,
    value: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type ConditionConfig = Type.Static<typeof ConditionConfig>

export const condition = defineStep({
  kind: 'condition',
  title: 'Condition',
  description: 'Goes one of two ways, by the total or the value of a field.',
  group: 'Logic',
  icon: 'git-branch',
  trigger: false,
  executable: false,
  needsOnlyTheForm: () => true,
  perProvider: false,
  config: ConditionConfig,
  initial: (): ConditionConfig => ({ comparison: 'at-least' }),
  outlets: () => [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ],
  summary(config, { form }) {
    const subject = conditionSubjects(form, asked(config)).find(({ id }) => id === config.subject)
    if (subject === undefined) return 'Choose what to look at'
    const shown = subject.options?.find(({ id }) => id === config.value)?.label ?? config.value ?? ''
    return `${subject.label} ${comparisonWords[config.comparison]} ${needsValue(config) ? shown : ''}`.trim()
  },
  problems(config, { form, given }) {
    const subject = conditionSubjects(form, given ?? asked(config)).find(({ id }) => id === config.subject)
    if (config.subject === undefined)
      return [
        problemAt('subject', {
          code: 'no-subject',
          message: 'Choose the field that the condition looks at.',
        }),
      ]
    if (subject === undefined)
      return [
        problemAt('subject', {
          code: 'subject-missing',
          message: 'The field of this condition is no longer in the form: choose another one.',
        }),
      ]
    if (!comparisonsFor(subject.type).includes(config.comparison))
      return [
        problemAt('comparison', {
          code: 'comparison-unfit',
          message: `"${subject.label}" cannot be compared in this way: choose another comparison.`,
        }),
      ]
    if (!needsValue(config)) return []
    if (config.value === undefined || config.value === '')
      return [problemAt('value', { code: 'no-value', message: 'Enter the value to compare with.' })]
    if (subject.type === 'number' && readDecimal(config.value) === undefined)
      return [
        problemAt('value', {
          code: 'value-not-number',
          message: 'The value must be a number, such as 1000 or 12.50.',
        }),
      ]
    return []
  },
  migrations: [],
})

// Where nobody knows how the workflow starts, the value that is named is taken to be there.
function asked({ subject }: ConditionConfig): string[] {
  const name = givenName(subject)
  return name === undefined ? [] : [name]
}

function needsValue(config: ConditionConfig): boolean {
  return config.comparison !== 'filled-in' && config.comparison !== 'empty'
}
