import type { LinkedRecord, Lookups, MaterialFacts } from '@fieldledger/runtime'
import type { ConnectionSummary } from '@fieldledger/workflow'

/** Catalogue, links and one connection in memory: what storage implements over its collections. */
export function lookupsDouble(world: {
  companyId: string
  links: Map<string, LinkedRecord>
  materials: Map<string, MaterialFacts>
  connection: ConnectionSummary
}): Lookups {
  const { companyId, links, materials, connection } = world
  return {
    links: {
      find: async ({ kind, ids }) =>
        new Map(
          ids.flatMap((id) => {
            const link = links.get(`${kind}:${id}`)
            return link === undefined ? [] : [[id, link] as const]
          }),
        ),
      save: async ({ kind, ourId, remote }) => {
        links.set(`${kind}:${ourId}`, { ...remote, active: true })
      },
    },
    catalogue: {
      names: async () => new Map(),
      materials: async () => materials,
      vendors: async () =>
        new Map([['vendor-1', { id: 'vendor-1', name: 'Acme', state: 'active' as const }]]),
      projectCode: async () => undefined,
      missing: async () => [],
      propose: async () => undefined,
    },
    connections: {
      summaries: async () => [connection],
      target: async () => ({
        id: connection.id,
        companyId,
        provider: connection.provider,
        environment: 'practice' as const,
        ledgerCompanyId: 'books-1',
        currency: 'USD',
      }),
      needsReconnect: async () => {
        connection.state = 'needs-reconnect'
      },
    },
  }
}
