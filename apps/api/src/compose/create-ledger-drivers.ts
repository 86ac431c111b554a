import type { Clock, ConnectionTarget, LedgerDriver, ProviderSettings } from '@fieldledger/accounting'
import type { TokenVault } from '@fieldledger/connections'
import {
  connectorOf,
  connectors,
  createHttpDriver,
  createLookMemory,
  type Environment,
  ProviderNotConfigured,
  practiceOrigins,
  providerSettings,
} from '@fieldledger/connectors'
import { createEgress } from '@fieldledger/egress'
import { createJournal, createRateBudget, type Database, type Settings } from '@fieldledger/storage'

/** Drivers and addresses of the ledgers, from the server's settings alone. */
export function createLedgerDrivers(parts: {
  settings: Settings
  environment: NodeJS.ProcessEnv
  database: Database
  vault: TokenVault
  clock: Clock
}) {
  const { settings, database, vault, clock } = parts
  const given = Object.entries(parts.environment).flatMap(([name, value]) =>
    name.startsWith('FIELDLEDGER_') && value !== undefined ? [[name, value] as const] : [],
  )
  const server = {
    providers: Object.fromEntries(given),
    sandboxPort: settings.sandboxPort,
    publicUrl: settings.publicUrl,
  }
  const egress = createEgress({ allow: practiceOrigins(connectors, server) })
  const journal = createJournal(database)
  const budget = createRateBudget(database)
  const remembering = createLookMemory()
  return {
    settingsOf(provider: string, environment: Environment): ProviderSettings | undefined {
      try {
        return providerSettings(connectorOf(provider), { ...server, environment })
      } catch (error) {
        if (error instanceof ProviderNotConfigured) return undefined
        throw error
      }
    },
    driverFor(connection: ConnectionTarget): LedgerDriver {
      const connector = connectorOf(connection.provider)
      const { environment } = connection
      const driver = createHttpDriver({
        connector,
        connection,
        settings: providerSettings(connector, { ...server, environment }),
        egress,
        journal,
        tokens: vault,
        budget,
        clock,
      })
      return remembering(driver)
    },
    close: () => egress.close(),
  }
}
