import type { CompanyFacts, RuntimePorts } from '@fieldledger/runtime'
import type { ConnectionSummary } from '@fieldledger/workflow'
import type { ReadKeeper } from './read-keeper.ts'

const named = [
  'vendors',
  'materials',
  'customers',
  'projects',
  'costCodes',
  'accounts',
  'users',
  'memberships',
] as const

/** The ports with what every submit asks for, and nobody changes often, kept between requests. */
export function keptPorts(ports: RuntimePorts, keeper: ReadKeeper): RuntimePorts {
  const newest = keeper.reads<number>({ collections: ['workflows'], most: 2000 })
  const companies = keeper.reads<CompanyFacts>({ collections: ['companies'], most: 1000 })
  const connections = keeper.reads<ConnectionSummary[]>({ collections: ['connections'], most: 1000 })
  const names = keeper.reads<string>({ collections: named, most: 50_000 })
  const places = keeper.reads<true>({ collections: named, most: 50_000 })
  const { versions, people, lookups } = ports

  async function namesOf({ scope, ids }: Parameters<typeof lookups.catalogue.names>[0]) {
    const prefix = `${scope.companyId}|`
    const found = await names.getMany(
      ids.map((id) => prefix + id),
      async (keys) => {
        const read = await lookups.catalogue.names({
          scope,
          ids: keys.map((key) => key.slice(prefix.length)),
        })
        return new Map([...read].map(([id, name]) => [prefix + id, name]))
      },
    )
    return new Map([...found].map(([key, name]) => [key.slice(prefix.length), name]))
  }

  return {
    ...ports,
    versions: {
      ...versions,
      newestWorkflow: (which) =>
        newest.get(`${which.scope.companyId}|${which.formId}`, () => versions.newestWorkflow(which)),
    },
    people: {
      ...people,
      company: async (which) =>
        (await companies.get(which.scope.companyId, () => people.company(which))) ?? people.company(which),
    },
    lookups: {
      ...lookups,
      catalogue: {
        ...lookups.catalogue,
        names: namesOf,
        async missing({ scope, used }) {
          const asked = new Map(used.map((one) => [`${scope.companyId}|${one.list}|${one.id}`, one]))
          const standing = await places.getMany([...asked.keys()], async (keys) => {
            const unknown = keys.flatMap((key) => asked.get(key) ?? [])
            const missing = new Set(await lookups.catalogue.missing({ scope, used: unknown }))
            const found = keys.flatMap((key) => {
              const one = asked.get(key)
              return one === undefined || missing.has(one) ? [] : [[key, true] as const]
            })
            return new Map(found)
          })
          return used.filter((one) => !standing.has(`${scope.companyId}|${one.list}|${one.id}`))
        },
      },
      connections: {
        ...lookups.connections,
        summaries: async (which) =>
          (await connections.get(which.scope.companyId, () => lookups.connections.summaries(which))) ?? [],
      },
    },
  }
}
