import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import {
  type AuthorisedConnection,
  type ConnectionRecord,
  wasAuthorised,
} from '../records/connection-record.ts'
import { signInOf } from '../records/sign-in-of.ts'

/** The other connections that the same sign-in keeps open. */
export async function sharingSignIn(
  ports: Pick<ConnectionPorts, 'connections'>,
  of: { scope: CompanyScope; connection: ConnectionRecord },
): Promise<AuthorisedConnection[]> {
  const { id } = of.connection
  const signIn = signInOf(of.connection)
  const all = await ports.connections.list(of.scope)
  return all
    .filter(wasAuthorised)
    .filter((other) => other.id !== id && other.state !== 'disconnected' && signInOf(other) === signIn)
}
