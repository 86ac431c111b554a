import type { Connector } from '@fieldledger/accounting'
import type { LedgerConnection, LedgerConnections } from '@fieldledger/catalogue'
import {
  type AuthorisedConnection,
  type ConnectionRecord,
  connectionTarget,
  summariseConnection,
  wasAuthorised,
} from '@fieldledger/connections'
import type { ConnectionLookup } from '@fieldledger/runtime'
import { usualSupplierRules } from '@fieldledger/workflow'
import { shareByCompany } from '../grouping/shared-reads.ts'
import type { Database } from '../scope/connect-database.ts'
import { createHealthReader } from './connection-health.ts'
import { createConnectionRepository } from './connection-repository.ts'

interface Parts {
  database: Database
  connectorOf(provider: string): Pick<Connector, 'label' | 'capabilities' | 'quotaOf'> | undefined
}

/** Connections as the runtime asks for them. */
export function createConnectionLookup(parts: Parts): ConnectionLookup {
  const repository = createConnectionRepository(parts.database)
  return {
    summaries: shareByCompany(async ({ scope }) => {
      const found = await repository.list(scope)
      return found.flatMap((connection) => {
        const connector = parts.connectorOf(connection.provider)
        return connector === undefined ? [] : [summariseConnection(connection, connector)]
      })
    }),
    health: createHealthReader(parts),
    async target({ scope, connectionId }) {
      const connection = await repository.find(scope, connectionId)
      return connection !== undefined && wasAuthorised(connection) ? connectionTarget(connection) : undefined
    },
    needsReconnect: (which) => markNeedsReconnect(repository, which),
  }
}

/** Only an active connection can lose its access: a disconnected one stays so. */
async function markNeedsReconnect(
  repository: ReturnType<typeof createConnectionRepository>,
  which: Parameters<ConnectionLookup['needsReconnect']>[0],
): ReturnType<ConnectionLookup['needsReconnect']> {
  const { scope, connectionId, reason, connectedAt } = which
  const connection = await repository.find(scope, connectionId)
  if (connection?.state !== 'active') return 'waits'
  // The refusal was for the consent of before: a person has given another one while the request was on its way.
  if (connectedAt !== undefined && connection.connectedAt?.toISOString() !== connectedAt) return 'remade'
  const health: ConnectionRecord['health'] = { checkedAt: new Date(), ok: false, message: reason }
  await repository.update(scope, { id: connectionId, change: { state: 'needs-reconnect', health } })
  return 'waits'
}

/** Connections as linking and importing see them. */
export function createLedgerConnections(parts: Parts): LedgerConnections {
  const repository = createConnectionRepository(parts.database)
  const seen = (connection: AuthorisedConnection): LedgerConnection => {
    const connector = parts.connectorOf(connection.provider)
    return {
      target: connectionTarget(connection),
      providerLabel: connector?.label ?? connection.name,
      active: connection.state === 'active',
      updatesVendors: connector?.capabilities.vendors.update ?? false,
      vendorsLack: connector?.capabilities.vendors.lacks ?? [],
      vendorsNotListed: connector?.capabilities.vendors.notListed ?? [],
      keepsSeveralEmails: connector?.capabilities.vendors.severalEmails ?? false,
      takesOfItems: connector?.capabilities.items?.update ?? [],
      priceDecimals: connector?.capabilities.unitPriceDecimals ?? 6,
      supplierRules: connection.supplierRules ?? usualSupplierRules,
      itemRules: connection.itemRules ?? {},
    }
  }
  return {
    async find(scope, connectionId) {
      const connection = await repository.find(scope, connectionId)
      return connection !== undefined && wasAuthorised(connection) ? seen(connection) : undefined
    },
    async all(scope) {
      return (await repository.list(scope)).filter(wasAuthorised).map(seen)
    },
  }
}
