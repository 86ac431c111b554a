import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { setFieldProblems } from './set-field-problems.ts'
import { settableFields } from './settable-fields.ts'

const closed = { additionalProperties: false }

/** `value` is text, as a person types it: decimals for numbers and money, yes/no, the id of an option. */
export const SetFieldConfig = Type.Object(
  {
    field: Type.Optional(Type.String({ maxLength: 40 })),
    from: Type.Union([
      Type.Object({ source: Type.Literal('constant'), value: Type.String({ maxLength: 4000 }) }, closed),
      Type.Object(
        { source: Type.Literal('field'), field: Type.Optional(Type.String({ maxLength: 40 })) },
        closed,
      ),
      Type.Object({ source: Type.Literal('today') }, closed),
      Type.Object({ source: Type.Literal('submitter') }, closed),
    ]),
  },
  closed,
)
export type SetFieldConfig = Type.Static<typeof SetFieldConfig>

const sources: Record<SetFieldConfig['from']['source'], string> = {
  constant: 'a fixed value',
  field: 'another field',
  today: 'today',
  submitter: 'whoever submitted',
}

export const setField = defineStep({
  kind: 'set-field',
  title: 'Set field',
  description: 'Writes a value into a field of the form.',
  group: 'Form',
  icon: 'forms',
  trigger: false,
  executable: true,
  perProvider: false,
  config: SetFieldConfig,
  initial: (): SetFieldConfig => ({ from: { source: 'constant', value: '' } }),
  outlets: () => [
    { id: 'next', label: 'Next' },
    { id: 'failed', label: 'Failed' },
  ],
  summary({ field, from }, { form }) {
    const label = settableFields(form).find(({ id }) => id === field)?.label
    return label === undefined ? 'Choose the field' : `${label} = ${sources[from.source]}`
  },
  problems: (config, { form }) => setFieldProblems(config, form),
  migrations: [],
})
