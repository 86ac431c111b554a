import { carryOver, nextTypesOf, readDraft, type SubmissionValues } from '@fieldledger/forms'
import type { NextForm, StepContext, StepExecutor, StepOutcome } from '@fieldledger/workflow'
import { settableFields } from '../field-values/settable-fields.ts'
import { valueFromSource } from '../field-values/value-from-source.ts'
import type { CreateFormConfig, createForm } from './definition.ts'
import { usedForForm } from './used-for-form.ts'

export const execute: StepExecutor<typeof createForm> = async (config, context) => {
  const { submission, form, step } = context
  const formId = config.formId ?? ''
  const next = await context.nextForm(formId)
  if (next === undefined || !nextTypesOf(form.type).includes(next.content.type))
    return fail('form-missing', gone)
  if (next.earlier !== undefined) return leave('form-made-before', made(next.earlier))
  if (submission.status !== 'approved' && submission.status !== 'closed') return fail('not-approved', early)
  const carried = carryOver({ type: form.type, content: form, values: submission.values }, next)
  const values = await mapped(next, {
    config,
    context,
    carried: config.lines ? carried : withoutLines(next, carried),
  })
  if ('refused' in values) return fail('value-unfit', values.refused)
  if (config.lines && nothingRemains(next, carried))
    return leave('nothing-remains', { form: next.content.name })
  const { content, version } = next
  const used = await usedForForm(next, { config, context, values: values.values })
  const making = { formId, version, content, by: step.name }
  if (config.as === 'draft') {
    const read = readDraft({ content, values: values.values, currency: submission.currency })
    const form = { ...making, read, draftFor: config.who }
    return { ...leaves, used, changes: [{ change: 'make-form', form }] }
  }
  const read = await next.read(values.values)
  if ('refused' in read)
    return {
      ...fail(
        'form-refused',
        `${content.name} could not be submitted as it is. ${read.refused} Map the field in the step, or let it make a draft.`,
      ),
      used,
    }
  return { ...leaves, used, changes: [{ change: 'make-form', form: { ...making, read } }] }
}

const leaves = { next: 'leave', outlet: 'next' } as const
const gone =
  'The form that is made is archived or not published: publish it, or choose another one in the step.'
const early = 'Forms are made from approved orders alone: put the step behind the approval, then try again.'

/** The header fields that the step fills in, over what is taken from the order. */
async function mapped(
  { content }: NextForm,
  given: { config: CreateFormConfig; context: StepContext; carried: SubmissionValues },
): Promise<{ values: SubmissionValues } | { refused: string }> {
  const { config, context } = given
  const values = { ...given.carried }
  const settable = settableFields(content)
  for (const { field: id, from } of config.fields) {
    const field = settable.find((one) => one.id === id)
    const value = field === undefined ? undefined : await valueFromSource(field, { from, context })
    if (field === undefined)
      return { refused: 'A field of the new form is gone: correct the step, then try again.' }
    if (value !== undefined) values[field.id] = value
  }
  return { values }
}

function nothingRemains({ content }: NextForm, values: SubmissionValues): boolean {
  const table = content.fields.find(({ kind }) => kind === 'material-table')
  const rows = table === undefined ? undefined : values[table.id]
  return Array.isArray(rows) && rows.length === 0
}

function withoutLines({ content }: NextForm, values: SubmissionValues): SubmissionValues {
  const tables = content.fields.filter(({ kind }) => kind === 'material-table').map(({ id }) => id)
  return Object.fromEntries(Object.entries(values).filter(([id]) => !tables.includes(id)))
}

function made({ formName, number, id }: NonNullable<NextForm['earlier']>) {
  return { form: formName, number, submission: id }
}

function leave(code: 'form-made-before' | 'nothing-remains', params: Record<string, string>): StepOutcome {
  return { ...leaves, stamps: [{ code, params }] }
}

function fail(code: string, message: string): Extract<StepOutcome, { next: 'fail' }> {
  return { next: 'fail', error: { code, message, retryable: false } }
}
