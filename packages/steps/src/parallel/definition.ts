import { defineStep, type Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'

export const mostBranches = 5

export const ParallelConfig = Type.Object(
  { branches: Type.Integer({ minimum: 2, maximum: mostBranches }) },
  { additionalProperties: false },
)
export type ParallelConfig = Type.Static<typeof ParallelConfig>

/** Every arrow out of it is a branch of its own; they meet again at a join, or end. */
export const parallel = defineStep({
  kind: 'parallel',
  title: 'Parallel',
  description: 'Goes several ways at the same time.',
  group: 'Logic',
  icon: 'arrows-split',
  trigger: false,
  executable: false,
  branching: 'split',
  perProvider: false,
  config: ParallelConfig,
  initial: (): ParallelConfig => ({ branches: 2 }),
  outlets: branchOutlets,
  summary: ({ branches }) => `${branches} branches at the same time`,
  problems(config, { outletsConnected }) {
    const unconnected = branchOutlets(config).filter(({ id }) => !outletsConnected.includes(id))
    return unconnected.map(
      ({ label }): Problem => ({
        code: 'branch-unconnected',
        severity: 'warning',
        message: `${label} leads nowhere: connect it, or choose fewer branches.`,
        place: 'branches',
      }),
    )
  },
  migrations: [],
})

function branchOutlets({ branches }: ParallelConfig) {
  return Array.from({ length: branches }, (_, position) => ({
    id: `branch-${position + 1}`,
    label: `Branch ${position + 1}`,
  }))
}
