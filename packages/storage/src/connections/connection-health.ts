import type { Connector } from '@fieldledger/accounting'
import type { WholeImport } from '@fieldledger/catalogue'
import { type ConnectionRecord, signInOf, summariseConnection } from '@fieldledger/connections'
import type { CompanyScope, ConnectionHealthFacts } from '@fieldledger/workflow'
import { createWholeImports } from '../catalogue/whole-imports.ts'
import { createJournal } from '../runtime/journal.ts'
import type { Database } from '../scope/connect-database.ts'
import { createSecrets } from '../vault/secrets.ts'
import { createConnectionRepository } from './connection-repository.ts'

/** Lists that somebody takes over; all others are read as they are needed, or with these. */
const byHand = ['vendors', 'items', 'accounts'] as const

type Known = Pick<Connector, 'label' | 'capabilities' | 'quotaOf'>

/** How each connection does: by its sign-in, its last look, and the newest answer in the journal. */
export function createHealthReader(parts: {
  database: Database
  connectorOf(provider: string): Known | undefined
}): (which: { scope: CompanyScope }) => Promise<ConnectionHealthFacts[]> {
  const repository = createConnectionRepository(parts.database)
  const secrets = createSecrets(parts.database)
  const journal = createJournal(parts.database)
  const wholeImports = createWholeImports(parts.database)

  async function factsOf(
    scope: CompanyScope,
    connection: ConnectionRecord,
  ): Promise<ConnectionHealthFacts[]> {
    const connector = parts.connectorOf(connection.provider)
    if (connector === undefined) return []
    const place = { companyId: scope.companyId, connectionId: signInOf(connection) }
    const [secret, [newest], whole] = await Promise.all([
      secrets.find(place),
      journal.read({ scope, connectionId: connection.id, limit: 1 }),
      wholeImports.get(scope, connection.id),
    ])
    const { health, imported = {}, feed } = connection
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
        ...(feed?.heardAt === undefined ? {} : { heardAt: feed.heardAt }),
        ...troubleOf(whole),
        importedAt: Object.fromEntries(
          byHand.flatMap((list) => (imported[list] === undefined ? [] : [[list, imported[list]]])),
        ),
      },
    ]
  }

  return async ({ scope }) => {
    const connections = await repository.list(scope)
    return (await Promise.all(connections.map((connection) => factsOf(scope, connection)))).flat()
  }
}

function troubleOf(whole: WholeImport | undefined): Pick<ConnectionHealthFacts, 'importTrouble'> {
  if (whole === undefined || whole.phase === 'done' || whole.message === undefined) return {}
  const { startedAt: since, message, halt } = whole
  return { importTrouble: { since, message, halted: halt === 'failed' } }
}
