import { ledgerKey } from '@fieldledger/accounting'
import type { CatalogueQuery } from '@fieldledger/catalogue'
import { wasAuthorised } from '@fieldledger/connections'
import type { CompanyScope } from '@fieldledger/workflow'
import { Type } from 'typebox'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'

/** GET of every list: `show` narrows it, `connectionId` says linked with which ledger. */
export const ListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  show: Type.Optional(
    Type.Union([
      Type.Literal('linked'),
      Type.Literal('unlinked'),
      Type.Literal('archived'),
      Type.Literal('proposed'),
    ]),
  ),
  connectionId: Type.Optional(Type.String({ maxLength: 64 })),
  cursor: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type ListQuery = Type.Static<typeof ListQuery>

const pageSize = 100

export async function readListQuery(
  doors: LedgerDoors,
  { scope, query }: { scope: CompanyScope; query: ListQuery },
): Promise<CatalogueQuery> {
  const { q, show, cursor, limit } = query
  const linked = show === 'linked' || show === 'unlinked'
  const ledger = linked ? await ledgerOf(doors, { scope, query }) : undefined
  return {
    limit: limit ?? pageSize,
    archived: show === 'archived',
    ...(q === undefined ? {} : { text: q }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(show === 'proposed' ? { state: 'proposed' } : {}),
    ...(linked ? { linked: { is: show === 'linked', ...(ledger === undefined ? {} : { ledger }) } } : {}),
  }
}

async function ledgerOf(
  doors: LedgerDoors,
  { scope, query }: { scope: CompanyScope; query: ListQuery },
): Promise<string | undefined> {
  if (query.connectionId === undefined) return undefined
  const connection = await doors.connections.connections.find(scope, query.connectionId)
  return connection !== undefined && wasAuthorised(connection) ? ledgerKey(connection) : 'never-connected'
}
