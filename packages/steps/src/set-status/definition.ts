import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'

/** Sets a label of the company's own (which triggers nothing) or moves the document status along its table. */
export const SetStatusConfig = Type.Object(
  {
    set: Type.Union([Type.Literal('label'), Type.Literal('status')]),
    label: Type.Optional(Type.String({ maxLength: 60 })),
    status: Type.Optional(
      Type.Union([Type.Literal('approved'), Type.Literal('rejected'), Type.Literal('closed')]),
    ),
  },
  { additionalProperties: false },
)
export type SetStatusConfig = Type.Static<typeof SetStatusConfig>

export const setStatus = defineStep({
  kind: 'set-status',
  title: 'Set status',
  description: 'Sets a label, or moves the document status.',
  group: 'Form',
  icon: 'tag',
  trigger: false,
  executable: false,
  needsOnlyTheForm: ({ set }) => set === 'label',
  approves: ({ set, status }) => set === 'status' && status === 'approved',
  perProvider: false,
  config: SetStatusConfig,
  initial: (): SetStatusConfig => ({ set: 'label', label: '' }),
  outlets: () => [{ id: 'next', label: 'Next' }],
  summary(config) {
    if (config.set === 'status')
      return config.status === undefined ? 'Choose a status' : `Status: ${config.status}`
    return config.label ? `Label: ${config.label}` : 'Enter a label'
  },
  problems(config) {
    if (config.set === 'label' && !config.label?.trim())
      return [{ code: 'no-label', severity: 'error', message: 'Enter the label to set.', place: 'label' }]
    if (config.set === 'status' && config.status === undefined)
      return [{ code: 'no-status', severity: 'error', message: 'Choose the status to set.', place: 'status' }]
    return []
  },
  migrations: [],
})
