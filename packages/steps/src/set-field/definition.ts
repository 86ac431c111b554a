import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { settableFields } from '../field-values/settable-fields.ts'
import { valueProblems } from '../field-values/value-problems.ts'
import { ValueSource } from '../field-values/value-source.ts'

export const SetFieldConfig = Type.Object(
  { field: Type.Optional(Type.String({ maxLength: 40 })), from: ValueSource },
  { additionalProperties: false },
)
export type SetFieldConfig = Type.Static<typeof SetFieldConfig>

const sources: Record<SetFieldConfig['from']['source'], string> = {
  constant: 'a fixed value',
  field: 'another field',
  given: 'a value of the message',
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
  problems: (config, { form, given }) =>
    valueProblems({ field: config.field, from: config.from, at: '' }, { form, target: form, given }),
  migrations: [],
})
