import type { LinkedRecord, Lookups, MaterialFacts, PaperLookup, VendorFacts } from '@fieldledger/runtime'
import type { ConnectionSummary, SendRequest } from '@fieldledger/workflow'

/** Catalogue, links and one connection in memory: what storage implements over its collections. */
export function lookupsDouble(world: {
  companyId: string
  links: Map<string, LinkedRecord>
  materials: Map<string, MaterialFacts>
  vendors: Map<string, VendorFacts>
  connection: ConnectionSummary
  /** Names of jobs by their ids. */
  jobs?: ReadonlyMap<string, string>
  /** The form's own default. */
  papers?: PaperLookup
  mapping?: Pick<SendRequest, 'mapping' | 'unlinkedItems'> | undefined
}): Lookups {
  const { companyId, links, materials, vendors, connection } = world
  return {
    links: {
      find: async ({ kind, ids }) =>
        new Map(
          ids.flatMap((id) => {
            const link = links.get(`${kind}:${id}`)
            return link === undefined ? [] : [[id, link] as const]
          }),
        ),
      ourId: async ({ kind, remoteId }) => {
        const [place] =
          [...links].find(([key, { id }]) => key.startsWith(`${kind}:`) && id === remoteId) ?? []
        return place?.slice(kind.length + 1)
      },
      inactive: async ({ kind, remoteIds }) =>
        new Set(
          [...links].flatMap(([place, { id, active }]) =>
            place.startsWith(`${kind}:`) && !active && remoteIds.includes(id) ? [id] : [],
          ),
        ),
      save: async ({ kind, ourId, remote }) => {
        const place = `${kind}:${ourId}`
        const taken = [...links].some(
          ([other, { id }]) => other !== place && other.startsWith(`${kind}:`) && id === remote.id,
        )
        if (!taken) links.set(place, { ...remote, active: true })
        return !taken
      },
    },
    catalogue: {
      names: async ({ ids }) => {
        const ofVendors = [...vendors.values()].map(({ id, name }) => [id, name] as const)
        return new Map([...(world.jobs ?? []), ...ofVendors].filter(([id]) => ids.includes(id)))
      },
      materials: async () => materials,
      vendors: async ({ ids }) =>
        new Map(
          ids.flatMap((id) => {
            const vendor = vendors.get(id)
            return vendor === undefined ? [] : [[id, vendor] as const]
          }),
        ),
      idsOf: async ({ names }) =>
        new Map(
          [...vendors.values()].filter(({ name }) => names.includes(name)).map(({ id, name }) => [name, id]),
        ),
      projectCode: async () => undefined,
      missing: async () => [],
      propose: async (proposal) => {
        for (const { id, name } of proposal.vendors)
          if (!vendors.has(id)) vendors.set(id, { id, name, state: 'proposed' })
      },
      accept: async ({ vendorId }) => {
        const vendor = vendors.get(vendorId)
        if (vendor !== undefined) vendors.set(vendorId, { ...vendor, state: 'active' })
      },
    },
    papers: world.papers ?? {
      alike: async () => [],
      saidDifferent: async () => [],
      sayDifferent: async () => undefined,
      numberTaken: async () => undefined,
    },
    mappings: { find: async () => world.mapping },
    connections: {
      summaries: async () => [connection],
      health: async () => [{ connection }],
      target: async () => ({
        id: connection.id,
        companyId,
        provider: connection.provider,
        environment: 'practice' as const,
        ledgerCompanyId: 'books-1',
        currency: 'USD',
      }),
      needsReconnect: async ({ connectedAt }) => {
        if (connectedAt !== connection.connectedAt) return 'remade'
        connection.state = 'needs-reconnect'
        return 'waits'
      },
    },
  }
}
