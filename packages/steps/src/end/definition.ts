import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'

export const EndConfig = Type.Object({}, { additionalProperties: false })
export type EndConfig = Type.Static<typeof EndConfig>

export const end = defineStep({
  kind: 'end',
  title: 'End',
  description: 'Finishes the workflow here.',
  group: 'Logic',
  icon: 'flag',
  trigger: false,
  executable: false,
  perProvider: false,
  config: EndConfig,
  initial: () => ({}),
  outlets: () => [],
  summary: () => 'The workflow is finished',
  problems: () => [],
  migrations: [],
})
