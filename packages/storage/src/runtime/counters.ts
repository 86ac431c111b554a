import type { CompanyScope } from '@fieldledger/workflow'
import { groupBy } from '../grouping/group-by.ts'
import { inGroups } from '../grouping/in-groups.ts'
import { isDuplicateKey } from './is-duplicate-key.ts'
import type { RuntimeModels } from './runtime-models.ts'

interface Counted {
  scope: CompanyScope
  formId: string
}

/** The next number of a form, never given twice. */
export type NextCounter = (of: Counted) => Promise<number>

export function counterId({ companyId, formId }: { companyId: string; formId: string }): string {
  return `${companyId}:${formId}`
}

/** Those that ask together share one step of the counter: as many numbers as there are askers, so none is left over. */
export function createCounters({ counters }: RuntimeModels): NextCounter {
  return inGroups<Counted, number>({ most: 500, inFlight: 1, together: give })

  async function give(asking: readonly Counted[]): Promise<number[]> {
    const byForm = groupBy(asking, ({ scope: { companyId }, formId }) => counterId({ companyId, formId }))
    const last = new Map<string, number>()
    await Promise.all(
      [...byForm].map(async ([id, askers]) => {
        const companyId = askers[0]?.scope.companyId ?? ''
        last.set(id, (await raise({ companyId, id, by: askers.length })) - askers.length)
      }),
    )
    return asking.map(({ scope, formId }) => {
      const id = counterId({ companyId: scope.companyId, formId })
      const number = (last.get(id) ?? 0) + 1
      last.set(id, number)
      return number
    })
  }

  async function raise(step: { companyId: string; id: string; by: number }): Promise<number> {
    const { companyId, id, by } = step
    try {
      const counter = await counters
        .findOneAndUpdate(
          { companyId, _id: id },
          { $inc: { value: by } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean()
      return counter?.value ?? by
    } catch (error) {
      // Two upserts of the first number at once: the loser finds the winner's row.
      if (isDuplicateKey(error)) return raise(step)
      throw error
    }
  }
}
