import { defineStep, GivenValue, Pointer, SubmissionFilter, SubmittedValue } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeFilter } from '../describe-filter.ts'
import { filterProblems } from '../filter-problems.ts'
import { messageProblems } from './message-problems.ts'
import { submitProblems } from './submit-problems.ts'

/**
 * `form`: where the message says which form; its number or id, or a list of them. `submits`: it names none, its values
 * are submitted as a new one.
 */
export const WebhookConfig = Type.Object(
  {
    form: Pointer,
    filter: SubmissionFilter,
    values: Type.Array(GivenValue, { maxItems: 20 }),
    submits: Type.Optional(Type.Array(SubmittedValue, { maxItems: 60 })),
    paused: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type WebhookConfig = Type.Static<typeof WebhookConfig>

/** A trigger by another system: a signed message starts the workflow for the forms that it names. */
export const webhook = defineStep({
  kind: 'webhook',
  title: 'Webhook',
  description:
    'Starts the workflow when another system sends a signed message that names a form, or is submitted as a new one.',
  group: 'Triggers',
  icon: 'webhook',
  trigger: true,
  starts: (config) => ({ on: 'message', ...config }),
  executable: false,
  perProvider: false,
  config: WebhookConfig,
  initial: (): WebhookConfig => ({
    form: '/number',
    filter: { statuses: ['pending', 'in-revision', 'approved'] },
    values: [],
    paused: false,
  }),
  outlets: () => [{ id: 'next', label: 'Each form' }],
  summary({ paused, form, filter, submits }, { connections }) {
    if (paused) return 'Paused'
    if (submits !== undefined) return 'Each message is submitted as a new form'
    const where = form === '' ? 'The whole message' : form
    return `${where} names one of the ${describeFilter(filter, connections)}`
  },
  problems: (config, { form, connections }) => [
    ...messageProblems(config),
    ...(config.submits === undefined
      ? filterProblems(config.filter, connections)
      : submitProblems(config.submits, { form, values: config.values })),
  ],
  migrations: [],
})
