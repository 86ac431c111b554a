import type { Clock, Connector, ProviderSettings } from '@fieldledger/accounting'
import type { CataloguePorts, ImportReports, WholeImports } from '@fieldledger/catalogue'
import type { ConnectionPorts, TokenVault } from '@fieldledger/connections'
import {
  createVendor,
  type Hint,
  leaveVendorCreation,
  type Person,
  type Runtime,
  settleVendors,
  type VendorCreation,
  vendorCreations,
  wakeConnection,
} from '@fieldledger/runtime'
import {
  createAuthorisationStates,
  createCatalogueRepository,
  createCompanyChoices,
  createConnectionRepository,
  createImportReports,
  createLedgerConnections,
  createLinkRepository,
  createWholeImports,
  type Database,
} from '@fieldledger/storage'
import type { CompanyScope, Environment } from '@fieldledger/workflow'

/** What the routes of catalogue and connections are handed. */
export interface LedgerDoors {
  connections: ConnectionPorts
  catalogue: CataloguePorts
  /** What files did to the lists. */
  imports: ImportReports
  wholeImports: WholeImports
  connectors: readonly Connector[]
  /** Tasks about proposed vendors that were taken in, merged or linked meanwhile are done. */
  settleVendors(scope: CompanyScope, person: Person): Promise<void>
  /** An effect of its own; a worker carries it out. */
  createVendor(
    scope: CompanyScope,
    wish: { person: Person; vendorId: string; connectionId: string },
  ): Promise<void>
  leaveVendorCreation(scope: CompanyScope, which: { vendorId: string; connectionId: string }): Promise<void>
  vendorCreations(scope: CompanyScope, vendorIds: readonly string[]): Promise<Map<string, VendorCreation[]>>
  /** Open pages look again. */
  tell(scope: CompanyScope, hint: Hint): Promise<void>
}

export interface LedgerDoorParts {
  database: Database
  runtime: Runtime
  vault: TokenVault
  clock: Clock
  connectors: readonly Connector[]
  /** undefined = this server has no keys for that ledger and environment. */
  settingsOf(provider: string, environment: Environment): ProviderSettings | undefined
}

/** Called once by the composition root. */
export function createLedgerDoors(parts: LedgerDoorParts): LedgerDoors {
  const { database, runtime, connectors } = parts
  const connectorOf = (provider: string) => connectors.find(({ id }) => id === provider)
  const wake = async (scope: CompanyScope, connectionId: string) => {
    await wakeConnection({ runtime, companyId: scope.companyId, connectionId })
  }
  const driverFor: Runtime['driverFor'] = (connection) => runtime.driverFor(connection)
  const newId = () => runtime.newId()
  const { clock } = parts
  return {
    connectors,
    imports: createImportReports(database),
    wholeImports: createWholeImports(database),
    connections: {
      connections: createConnectionRepository(database),
      states: createAuthorisationStates(database),
      choices: createCompanyChoices(database),
      vault: parts.vault,
      connectorOf,
      settingsOf: parts.settingsOf,
      driverFor,
      wake,
      clock,
      newId,
    },
    catalogue: {
      catalogue: createCatalogueRepository(database),
      links: createLinkRepository(database),
      connections: createLedgerConnections({ database, connectorOf }),
      driverFor,
      wakeHeld: wake,
      clock,
      newId,
    },
    settleVendors: ({ companyId }, person) => settleVendors({ runtime, companyId, person }),
    createVendor: ({ companyId }, wish) => createVendor({ runtime, companyId, ...wish }),
    leaveVendorCreation: ({ companyId }, which) => leaveVendorCreation({ runtime, companyId, ...which }),
    vendorCreations: ({ companyId }, vendorIds) => vendorCreations({ runtime, companyId, vendorIds }),
    tell: (scope, hint) => runtime.ports.stores.of(scope).outbox.post({ work: false, hints: [hint] }),
  }
}
