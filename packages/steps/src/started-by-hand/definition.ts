import { defineStep, Recipients, SubmissionFilter } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeFilter } from '../describe-filter.ts'
import { filterProblems } from '../filter-problems.ts'

export const StartedByHandConfig = Type.Object(
  { filter: SubmissionFilter, tell: Recipients },
  { additionalProperties: false },
)
export type StartedByHandConfig = Type.Static<typeof StartedByHandConfig>

/** A trigger by a person, who chooses one form or many in the list of submissions. */
export const byHand = defineStep({
  kind: 'started-by-hand',
  title: 'By hand',
  description: 'Starts the workflow when somebody chooses forms in the list and runs it for them.',
  group: 'Triggers',
  icon: 'hand-click',
  trigger: true,
  starts: (config) => ({ on: 'hand', ...config }),
  executable: false,
  perProvider: false,
  config: StartedByHandConfig,
  initial: (): StartedByHandConfig => ({
    filter: { statuses: ['pending', 'in-revision', 'approved'] },
    tell: { roles: [], people: [] },
  }),
  outlets: () => [{ id: 'next', label: 'Each form' }],
  summary: ({ filter }, { connections }) => `For chosen ${describeFilter(filter, connections)}`,
  problems: ({ filter }, { connections }) => filterProblems(filter, connections),
  migrations: [],
})
