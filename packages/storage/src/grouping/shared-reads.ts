import type { ConnectionLookup, PeopleLookup } from '@fieldledger/runtime'
import { groupBy } from './group-by.ts'
import { inGroups } from './in-groups.ts'

const most = 500
const inFlight = 2

/** Whoever asks for the same company's connections at once shares one read, never one that had begun before. */
export function shareSummaries(read: ConnectionLookup['summaries']): ConnectionLookup['summaries'] {
  type Which = Parameters<ConnectionLookup['summaries']>[0]
  return inGroups<Which, Awaited<ReturnType<ConnectionLookup['summaries']>>>({
    most,
    inFlight,
    together: async (asking) => {
      const byCompany = new Map(asking.map((which) => [which.scope.companyId, which]))
      const answers = new Map(
        await Promise.all([...byCompany].map(async ([id, which]) => [id, await read(which)] as const)),
      )
      return asking.map(({ scope }) => answers.get(scope.companyId) ?? [])
    },
  })
}

/** The same for the names of people. */
export function shareNames(read: PeopleLookup['names']): PeopleLookup['names'] {
  type Which = Parameters<PeopleLookup['names']>[0]
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
