import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import {
  type AuthorisedConnection,
  type ConnectionRecord,
  wasAuthorised,
} from '../records/connection-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'

type Repository = Pick<ConnectionPorts, 'connections'>

export async function findConnection(
  ports: Repository,
  which: { scope: CompanyScope; connectionId: string },
): Promise<ConnectionRecord> {
  const connection = await ports.connections.find(which.scope, which.connectionId)
  if (connection === undefined) throw new ConnectionRefused('connection-not-found')
  return connection
}

export async function findActiveConnection(
  ports: Repository,
  which: { scope: CompanyScope; connectionId: string },
): Promise<AuthorisedConnection> {
  const connection = await findConnection(ports, which)
  if (connection.state !== 'active' || !wasAuthorised(connection))
    throw new ConnectionRefused('not-connected')
  return connection
}
