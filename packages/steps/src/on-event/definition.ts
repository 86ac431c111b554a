import { defineStep, FormEvent, type Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeEvents } from './describe-events.ts'

/** `label`: of label changes only those to this one. */
export const OnEventConfig = Type.Object(
  {
    events: Type.Array(FormEvent, { maxItems: 7 }),
    label: Type.Optional(Type.String({ maxLength: 60 })),
    paused: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type OnEventConfig = Type.Static<typeof OnEventConfig>

/** A trigger by what happens to a form: approved, cancelled, revised, arrived in the ledger. */
export const onEvent = defineStep({
  kind: 'on-event',
  title: 'Event',
  description:
    'Starts the workflow when a form is approved, rejected, cancelled or revised, its status or label changes, or it is in the ledger.',
  group: 'Triggers',
  icon: 'bolt',
  trigger: true,
  starts: (config) => ({ on: 'event', ...config }),
  executable: false,
  perProvider: false,
  config: OnEventConfig,
  initial: (): OnEventConfig => ({ events: ['approved'], paused: false }),
  outlets: () => [{ id: 'next', label: 'The form' }],
  summary: ({ paused, events, label }) => (paused ? 'Paused' : describeEvents(events, label)),
  problems({ events, label }) {
    const found: Problem[] = []
    if (events.length === 0)
      found.push({
        code: 'no-event',
        severity: 'error',
        message: 'Choose at least one event that starts it.',
        place: 'events',
      })
    if (label !== undefined && !events.includes('label-changed'))
      found.push({
        code: 'label-not-heard',
        severity: 'warning',
        message: 'The label is not looked at: choose the event "Label changed", or empty the label.',
        place: 'label',
      })
    return found
  },
  migrations: [],
})
