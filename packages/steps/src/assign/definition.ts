import { defineStep, type Problem, Recipients } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeRecipients, isNobody } from '../describe-recipients.ts'
import { peopleFields } from '../people-fields.ts'
import { problemAt } from '../problem-at.ts'

/** Who is responsible for the form from here on: named people and roles, or whoever a field names. */
export const AssignConfig = Type.Object(
  {
    by: Type.Union([Type.Literal('names'), Type.Literal('field')]),
    who: Recipients,
    field: Type.Optional(Type.String({ maxLength: 40 })),
    tell: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type AssignConfig = Type.Static<typeof AssignConfig>

export const assign = defineStep({
  kind: 'assign',
  title: 'Assign',
  description: 'Says who is responsible for the form from here on.',
  group: 'People',
  icon: 'user-star',
  trigger: false,
  executable: true,
  perProvider: false,
  config: AssignConfig,
  initial: (): AssignConfig => ({ by: 'names', who: { roles: [], people: [] }, tell: true }),
  outlets: () => [
    { id: 'next', label: 'Next' },
    { id: 'failed', label: 'Failed' },
  ],
  summary({ by, who, field }, { form }) {
    if (by === 'names') return isNobody(who) ? 'Choose who is responsible' : describeRecipients(who)
    const label = peopleFields(form).find(({ id }) => id === field)?.label
    return label === undefined ? 'Choose the field' : `Whoever "${label}" names`
  },
  problems({ by, who, field }, { form }): Problem[] {
    if (by === 'names')
      return isNobody(who)
        ? [problemAt('who', { code: 'no-responsible', message: 'Choose who is responsible.' })]
        : []
    if (peopleFields(form).some(({ id }) => id === field)) return []
    return field === undefined
      ? [problemAt('field', { code: 'no-field', message: 'Choose the field that names the person.' })]
      : [
          problemAt('field', {
            code: 'field-missing',
            message: 'The field that names the person is gone: choose another one.',
          }),
        ]
  },
  migrations: [],
})
