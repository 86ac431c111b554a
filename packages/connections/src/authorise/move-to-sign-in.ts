import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { AuthorisedConnection } from '../records/connection-record.ts'
import { connectionTarget } from '../records/connection-target.ts'
import { sharingSignIn } from './sharing-sign-in.ts'

/** The connection takes its tokens from there from now on; the sign-in of before is erased when nobody needs it. */
export async function moveToSignIn(
  ports: Pick<ConnectionPorts, 'connections' | 'vault'>,
  move: { scope: CompanyScope; connection: AuthorisedConnection; signInId: string; name: string },
): Promise<void> {
  const { scope, connection, signInId, name } = move
  await ports.connections.update(scope, { id: connection.id, change: { signInId, name } })
  const others = await sharingSignIn(ports, move)
  if (others.length === 0) await ports.vault.forget(connectionTarget(connection))
}
