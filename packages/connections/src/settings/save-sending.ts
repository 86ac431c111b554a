import { documentCapability } from '@fieldledger/accounting'
import type { CompanyScope, SendingSettings } from '@fieldledger/workflow'
import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'

/** Connections → What is sent. Only what this ledger can create may be switched on. */
export async function saveSending(
  ports: ConnectionPorts,
  what: { scope: CompanyScope; connectionId: string; sending: SendingSettings },
): Promise<void> {
  const { provider, id } = await findConnection(ports, what)
  const connector = ports.connectorOf(provider)
  if (connector === undefined) throw new ConnectionRefused('provider-unknown')
  const { approved, changed } = what.sending
  const canCreate = (kind: (typeof approved)[number]) =>
    documentCapability(connector.capabilities, kind)?.create === true
  if (![...approved, ...changed].every(canCreate)) throw new ConnectionRefused('document-not-offered')
  await ports.connections.update(what.scope, { id, change: { sending: what.sending } })
}
