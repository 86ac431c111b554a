import type { CompanyScope } from '@fieldledger/workflow'
import { groupBy } from './group-by.ts'
import { inGroups } from './in-groups.ts'

const most = 500
const inFlight = 2

/** Whoever asks about the same company at once shares one read, never one that had begun before. */
export function shareByCompany<Which extends { scope: CompanyScope }, Answer>(
  read: (which: Which) => Promise<Answer>,
): (which: Which) => Promise<Answer> {
  return inGroups<Which, Answer>({
    most,
    inFlight,
    together: async (asking) => {
      const answers = new Map<string, Promise<Answer>>()
      for (const which of asking) {
        const { companyId } = which.scope
        if (!answers.has(companyId)) answers.set(companyId, read(which))
      }
      return Promise.all(asking.map(({ scope }) => answers.get(scope.companyId) as Promise<Answer>))
    },
    alone: read,
  })
}

type ReadNames = (which: { scope: CompanyScope; ids: readonly string[] }) => Promise<Map<string, string>>

/** The same for names: of people, or of records. */
export function shareNames(read: ReadNames): ReadNames {
  type Which = Parameters<ReadNames>[0]
  return inGroups<Which, Map<string, string>>({
    most,
    inFlight,
    together: async (asking) => {
      const answers = new Map<string, Map<string, string>>()
      await Promise.all(
        [...groupBy(asking, ({ scope }) => scope.companyId)].map(async ([id, own]) => {
          const [first] = own
          if (first === undefined) return
          const ids = [...new Set(own.flatMap((which) => [...which.ids]))]
          answers.set(id, await read({ scope: first.scope, ids }))
        }),
      )
      return asking.map(({ scope, ids }) => onlyOf(answers.get(scope.companyId), ids))
    },
  })
}

function onlyOf(names: ReadonlyMap<string, string> | undefined, ids: readonly string[]): Map<string, string> {
  return new Map(
    ids.flatMap((id) => {
      const name = names?.get(id)
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
}
