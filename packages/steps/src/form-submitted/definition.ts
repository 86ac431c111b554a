import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'

export const FormSubmittedConfig = Type.Object({}, { additionalProperties: false })
export type FormSubmittedConfig = Type.Static<typeof FormSubmittedConfig>

/** The trigger of every form's workflow: a submission, or a revision of one. */
export const formSubmitted = defineStep({
  kind: 'form-submitted',
  title: 'Form submitted',
  description: 'Starts the workflow when somebody submits this form.',
  group: 'Triggers',
  icon: 'send',
  trigger: true,
  starts: () => ({ on: 'submit' }),
  executable: false,
  needsOnlyTheForm: () => true,
  perProvider: false,
  config: FormSubmittedConfig,
  initial: () => ({}),
  outlets: () => [{ id: 'next', label: 'Submitted' }],
  summary: (_config, { form }) => `When "${form.name}" is submitted`,
  problems: () => [],
  migrations: [],
})
