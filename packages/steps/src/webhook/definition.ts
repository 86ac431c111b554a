import { defineStep, GivenValue, Pointer, SubmissionFilter } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeFilter } from '../describe-filter.ts'
import { filterProblems } from '../filter-problems.ts'
import { messageProblems } from './message-problems.ts'

/** `form`: where the message says which form; its number or id, or a list of them. */
export const WebhookConfig = Type.Object(
  {
    form: Pointer,
    filter: SubmissionFilter,
    values: Type.Array(GivenValue, { maxItems: 20 }),
    paused: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type WebhookConfig = Type.Static<typeof WebhookConfig>

/** A trigger by another system: a signed message starts the workflow for the forms that it names. */
export const webhook = defineStep({
  kind: 'webhook',
  title: 'Webhook',
  description: 'Starts the workflow when another system sends a signed message that names a form.',
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
  summary({ paused, form, filter }, { connections }) {
    if (paused) return 'Paused'
    const where = form === '' ? 'The whole message' : form
    return `${where} names one of the ${describeFilter(filter, connections)}`
  },
  problems: (config, { connections }) => [
    ...messageProblems(config),
    ...filterProblems(config.filter, connections),
  ],
  migrations: [],
})
