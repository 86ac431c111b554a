import type { FormContent } from '@fieldledger/forms'
import type { Comparison } from './definition.ts'

export interface ConditionSubject {
  id: string
  label: string
  type: 'number' | 'date' | 'text' | 'choice' | 'yes-no' | 'message'
  options?: { id: string; label: string }[]
}

const ofMessage = 'given:'

/** The name of a value of the message that started the workflow; undefined = another subject. */
export function givenName(subject: string | undefined): string | undefined {
  return subject?.startsWith(ofMessage) ? subject.slice(ofMessage.length) : undefined
}

/** What a condition may look at: the document's total, every field with a comparable value, what the start gives. */
export function conditionSubjects(form: FormContent, given: readonly string[] = []): ConditionSubject[] {
  const fields = form.fields.flatMap((field): ConditionSubject[] => {
    const subject = { id: field.id, label: field.label }
    switch (field.kind) {
      case 'number':
      case 'money':
        return [{ ...subject, type: 'number' }]
      case 'date':
        return [{ ...subject, type: 'date' }]
      case 'text':
      case 'paragraph':
        return [{ ...subject, type: 'text' }]
      case 'yes-no':
        return [
          {
            ...subject,
            type: 'yes-no',
            options: [
              { id: 'yes', label: 'Yes' },
              { id: 'no', label: 'No' },
            ],
          },
        ]
      case 'choose':
        return [
          {
            ...subject,
            type: 'choice',
            ...(field.source.from === 'options' ? { options: field.source.options } : {}),
          },
        ]
      default:
        return []
    }
  })
  const values = given.map(
    (name): ConditionSubject => ({
      id: `${ofMessage}${name}`,
      label: `${name} of the message`,
      type: 'message',
    }),
  )
  return [{ id: 'total', label: 'Total', type: 'number' }, ...fields, ...values]
}

const equality: Comparison[] = ['is', 'is-not', 'filled-in', 'empty']
const ordered: Comparison[] = ['at-least', 'less-than', ...equality]

export function comparisonsFor(type: ConditionSubject['type']): Comparison[] {
  return type === 'number' || type === 'date' || type === 'message' ? ordered : equality
}

export const comparisonWords: Record<Comparison, string> = {
  is: 'is',
  'is-not': 'is not',
  'at-least': 'is at least',
  'less-than': 'is less than',
  'filled-in': 'is filled in',
  empty: 'is empty',
}
