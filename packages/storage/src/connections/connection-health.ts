import type { Connector } from '@fieldledger/accounting'
import { type ConnectionRecord, signInOf, summariseConnection } from '@fieldledger/connections'
import type { CompanyScope, ConnectionHealthFacts } from '@fieldledger/workflow'
import { createJournal } from '../runtime/journal.ts'
import type { Database } from '../scope/connect-database.ts'
import { createSecrets } from '../vault/secrets.ts'
import { createConnectionRepository } from './connection-repository.ts'

type Known = Pick<Connector, 'label' | 'capabilities' | 'quotaOf'>

/** How each connection does: by its sign-in, its last look, and the newest answer in the journal. */
export function createHealthReader(parts: {
  database: Database
  connectorOf(provider: string): Known | undefined
}): (which: { scope: CompanyScope }) => Promise<ConnectionHealthFacts[]> {
  const repository = createConnectionRepository(parts.database)
  const secrets = createSecrets(parts.database)
  const journal = createJournal(parts.database)

  async function factsOf(
    scope: CompanyScope,
    connection: ConnectionRecord,
  ): Promise<ConnectionHealthFacts[]> {
    const connector = parts.connectorOf(connection.provider)
    if (connector === undefined) return []
    const place = { companyId: scope.companyId, connectionId: signInOf(connection) }
    const [secret, [newest]] = await Promise.all([
      secrets.find(place),
      journal.read({ scope, connectionId: connection.id, limit: 1 }),
    ])
    const { health } = connection
    const headers = newest?.answer?.headers ?? {}
    const theirs = Date.parse(headers.date ?? '')
    const quota = connector.quotaOf?.(headers)
    return [
      {
        connection: summariseConnection(connection, connector),
        ...(secret?.refreshExpiresAt === undefined ? {} : { signInEndsAt: secret.refreshExpiresAt }),
        ...(health === undefined
          ? {}
          : {
              lastLook: {
                at: health.checkedAt,
                ...(health.ok || health.message === undefined ? {} : { message: health.message }),
              },
            }),
        ...(newest === undefined || Number.isNaN(theirs)
          ? {}
          : { clockAheadMs: theirs - newest.at.getTime() }),
        ...(quota === undefined ? {} : { quota }),
      },
    ]
  }

  return async ({ scope }) => {
    const connections = await repository.list(scope)
    return (await Promise.all(connections.map((connection) => factsOf(scope, connection)))).flat()
  }
}
