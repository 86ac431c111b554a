import { netsuite } from './netsuite/connector.ts'
import { quickbooksOnline } from './quickbooks-online/connector.ts'
import type { ListedConnector } from './settings/listed-connector.ts'
import { ProviderNotConfigured } from './settings/provider-not-configured.ts'
import { xero } from './xero/connector.ts'

export const connectors: readonly ListedConnector[] = [quickbooksOnline, xero, netsuite]

export function connectorOf(id: string): ListedConnector {
  const connector = connectors.find((each) => each.id === id)
  if (connector === undefined)
    throw new ProviderNotConfigured(
      `This server has no connector “${id.slice(0, 50)}”. Choose another provider.`,
    )
  return connector
}
