import { choiceIds, type SubmissionValues, valueWords } from '@fieldledger/forms'
import type { NextForm, StepContext, UsedValue } from '@fieldledger/workflow'
import type { CreateFormConfig } from './definition.ts'
import { messages } from './messages.ts'

/** What the new form was filled with by the step itself, as that form shows it, and how many lines came along. */
export async function usedForForm(
  { content }: NextForm,
  made: { config: CreateFormConfig; context: StepContext; values: SubmissionValues },
): Promise<UsedValue[]> {
  const { config, context, values } = made
  const set = new Set(config.fields.map(({ field }) => field))
  const fields = content.fields.filter(({ id }) => set.has(id))
  const ids = fields.flatMap((field) => choiceIds(field, values[field.id]))
  const names = ids.length === 0 ? new Map<string, string>() : await context.names(ids)
  const table = content.fields.find(({ kind }) => kind === 'material-table')
  const rows = table === undefined ? undefined : values[table.id]
  return [
    { name: messages.used.form, value: content.name },
    ...fields.map((field) => ({
      name: field.label,
      value: valueWords(field, { value: values[field.id], names }),
    })),
    ...(Array.isArray(rows) ? [{ name: messages.used.lines, value: String(rows.length) }] : []),
  ]
}
