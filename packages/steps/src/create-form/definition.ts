import { nextTypesOf } from '@fieldledger/forms'
import { defineStep, type Problem, type ProblemScope, Recipients } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeRecipients, isNobody } from '../describe-recipients.ts'
import { valueProblems } from '../field-values/value-problems.ts'
import { ValueSource } from '../field-values/value-source.ts'
import { problemAt } from '../problem-at.ts'

const closed = { additionalProperties: false }

/** A form that is made from this one: a receipt or a bill from an order. */
export const CreateFormConfig = Type.Object(
  {
    formId: Type.Optional(Type.String({ maxLength: 64 })),
    /** The lines that remain, with what remains of them. */
    lines: Type.Boolean(),
    /** Beside vendor, project and customer, which are always taken over. */
    fields: Type.Array(
      Type.Object({ field: Type.Optional(Type.String({ maxLength: 40 })), from: ValueSource }, closed),
      { maxItems: 50 },
    ),
    as: Type.Union([Type.Literal('draft'), Type.Literal('submitted')]),
    /** Who completes a draft. */
    who: Recipients,
  },
  closed,
)
export type CreateFormConfig = Type.Static<typeof CreateFormConfig>

export const createForm = defineStep({
  kind: 'create-form',
  title: 'Create form',
  description: 'Makes a receipt or a bill from an approved order, with the lines that remain.',
  group: 'Form',
  icon: 'copy-plus',
  trigger: false,
  executable: true,
  perProvider: false,
  config: CreateFormConfig,
  initial: (): CreateFormConfig => ({
    lines: true,
    fields: [],
    as: 'draft',
    who: { roles: [], people: [], submitter: true },
  }),
  outlets: () => [
    { id: 'next', label: 'Next' },
    { id: 'failed', label: 'Failed' },
  ],
  summary({ formId, as, who }, { nextForms }) {
    const name = nextForms?.find(({ id }) => id === formId)?.content.name
    if (name === undefined) return formId === undefined ? 'Choose the form' : 'Makes another form'
    return as === 'draft' ? `${name}, a draft for ${describeRecipients(who)}` : `${name}, submitted at once`
  },
  problems(config, scope): Problem[] {
    if (nextTypesOf(scope.form.type).length === 0)
      return [
        problemAt(undefined, {
          code: 'no-order',
          message: 'Forms are made from orders alone: delete this step, or change the form’s type.',
        }),
      ]
    const nobody = config.as === 'draft' && isNobody(config.who)
    return [
      ...formProblems(config, scope),
      ...(nobody ? [problemAt('who', { code: 'nobody', message: 'Choose who completes the draft.' })] : []),
    ]
  },
  migrations: [],
})

function formProblems(
  { formId, fields }: CreateFormConfig,
  { form, nextForms, given }: ProblemScope,
): Problem[] {
  if (formId === undefined)
    return [problemAt('formId', { code: 'no-form', message: 'Choose the form that is made.' })]
  if (nextForms === undefined) return []
  const target = nextForms.find(({ id }) => id === formId)?.content
  if (target === undefined)
    return [
      problemAt('formId', {
        code: 'form-missing',
        message: 'The form that is made is archived, not published or of another type: choose another one.',
      }),
    ]
  return fields.flatMap((one, position) =>
    valueProblems({ ...one, at: `fields.${position}.` }, { form, target, given }),
  )
}
