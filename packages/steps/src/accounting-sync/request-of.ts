import type { ConnectionSummary, SendRequest } from '@fieldledger/workflow'
import type { AccountingSyncConfig } from './definition.ts'

/** What the step sends by this connection. */
export function requestOf(config: AccountingSyncConfig, connection: ConnectionSummary): SendRequest {
  const { documentKind, mapping, unlinkedItems } = config
  return { connectionId: connection.id, documentKind, mapping, unlinkedItems }
}
