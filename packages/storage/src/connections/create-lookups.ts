import type { Connector } from '@fieldledger/accounting'
import type { Lookups, PeopleLookup } from '@fieldledger/runtime'
import { createCatalogueLookup } from '../catalogue/catalogue-lookup.ts'
import { createLinkLookup } from '../catalogue/link-lookup.ts'
import type { Database } from '../scope/connect-database.ts'
import { createPaperLookup } from '../submissions/paper-lookup.ts'
import { createConnectionLookup } from './connection-lookup.ts'
import { createMappingRepository } from './mapping-repository.ts'

/** What the runtime asks of catalogue and connections. */
export function createLookups(parts: {
  database: Database
  people: PeopleLookup
  connectorOf(provider: string): Pick<Connector, 'label' | 'capabilities' | 'quotaOf'> | undefined
}): Lookups {
  return {
    links: createLinkLookup(parts.database),
    catalogue: createCatalogueLookup(parts),
    connections: createConnectionLookup(parts),
    mappings: createMappingRepository(parts.database),
    papers: createPaperLookup(parts.database),
  }
}
