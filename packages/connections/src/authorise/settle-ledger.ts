import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { AuthorisedConnection, ConnectionRecord } from '../records/connection-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import { freshConnection } from './fresh-connection.ts'

/**
 * Which connection the consent belongs to. A connection means one ledger company for ever, because effects and links
 * hang on it: an earlier connection with that company is taken up again, and another ledger company gets a connection
 * of its own, when the person confirmed that.
 */
export async function settleLedger(
  ports: Pick<ConnectionPorts, 'connections' | 'newId' | 'clock'>,
  consent: {
    scope: CompanyScope
    connection: ConnectionRecord
    ledgerCompanyId: string
    otherLedgerConfirmed: boolean
  },
): Promise<AuthorisedConnection> {
  const { scope, connection, ledgerCompanyId } = consent
  if (connection.ledgerCompanyId === ledgerCompanyId) return { ...connection, ledgerCompanyId }
  const isOther = connection.ledgerCompanyId !== undefined
  if (isOther && !consent.otherLedgerConfirmed) throw new ConnectionRefused('different-ledger')
  const earlier = await ports.connections.findByLedger(scope, { ...connection, ledgerCompanyId })
  if (earlier?.state === 'active') throw new ConnectionRefused('ledger-already-connected')
  if (earlier !== undefined) {
    if (!isOther) await ports.connections.removeUnused(scope, connection.id)
    return { ...earlier, ledgerCompanyId }
  }
  if (isOther) {
    const fresh = freshConnection(ports, connection)
    await ports.connections.insert(fresh)
    return claim(ports, { scope, connection: fresh, ledgerCompanyId })
  }
  return claim(ports, { scope, connection, ledgerCompanyId })
}

/** The database lets one connection of the company have a ledger company. */
async function claim(
  ports: Pick<ConnectionPorts, 'connections'>,
  what: { scope: CompanyScope; connection: ConnectionRecord; ledgerCompanyId: string },
): Promise<AuthorisedConnection> {
  const { connection, ledgerCompanyId } = what
  const claimed = await ports.connections.update(what.scope, {
    id: connection.id,
    change: { ledgerCompanyId },
  })
  if (!claimed) throw new ConnectionRefused('ledger-already-connected')
  return { ...connection, ledgerCompanyId }
}
