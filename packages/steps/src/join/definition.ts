import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'

export const JoinConfig = Type.Object({}, { additionalProperties: false })
export type JoinConfig = Type.Static<typeof JoinConfig>

export const join = defineStep({
  kind: 'join',
  title: 'Join',
  description: 'Waits until every branch has arrived, then goes on once.',
  group: 'Logic',
  icon: 'arrows-join',
  trigger: false,
  executable: false,
  branching: 'meet',
  perProvider: false,
  config: JoinConfig,
  initial: () => ({}),
  outlets: () => [{ id: 'next', label: 'All arrived' }],
  summary: () => 'Waits for every branch',
  problems: () => [],
  migrations: [],
})
