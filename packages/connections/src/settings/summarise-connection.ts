import type { Connector } from '@fieldledger/accounting'
import type { ConnectionSummary } from '@fieldledger/workflow'
import type { ConnectionRecord, RestoredRecord } from '../records/connection-record.ts'

/** What lint, the palette and the drawers need: never a secret. */
export function summariseConnection(
  connection: ConnectionRecord,
  connector: Pick<Connector, 'label' | 'capabilities'>,
): ConnectionSummary {
  return {
    id: connection.id,
    provider: connection.provider,
    providerLabel: connector.label,
    name: connection.name,
    state: connection.state,
    ...(connection.connectedAt === undefined ? {} : { connectedAt: connection.connectedAt.toISOString() }),
    environment: connection.environment,
    capabilities: connector.capabilities,
    rules: connection.rules,
    ...(connection.ledger === undefined ? {} : { ledger: connection.ledger }),
    ...(connection.sending === undefined ? {} : { sending: connection.sending }),
    ...(connection.restored === undefined ? {} : { restored: summariseRestored(connection.restored) }),
  }
}

function summariseRestored({ at, comparedAt }: RestoredRecord): NonNullable<ConnectionSummary['restored']> {
  return { at: at.toISOString(), compared: comparedAt !== undefined }
}
