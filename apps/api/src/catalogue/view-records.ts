import { ledgerKey } from '@fieldledger/accounting'
import {
  type CatalogueKind,
  type CatalogueRecord,
  contactsOf,
  type LinkableKind,
} from '@fieldledger/catalogue'
import { wasAuthorised } from '@fieldledger/connections'
import type { LinkView } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'

/** Records as pages show them: each with its pairs in the ledgers that the company is, or was, connected with. */
export async function viewRecords<Kind extends CatalogueKind>(
  doors: LedgerDoors,
  what: { scope: CompanyScope; kind: Kind; records: readonly CatalogueRecord<Kind>[] },
): Promise<object[]> {
  const links = await linksOf(doors, what)
  const creations =
    what.kind === 'vendor'
      ? await doors.vendorCreations(
          what.scope,
          what.records.map(({ id }) => id),
        )
      : undefined
  return what.records.map((record) => {
    const { companyId: _companyId, createdAt: _createdAt, updatedAt, ...shown } = record
    return {
      ...shown,
      links: links.get(record.id) ?? [],
      ...(creations === undefined
        ? {}
        : { creations: creations.get(record.id) ?? [], contacts: contactsOf(emailOf(record)) }),
      updatedAt: updatedAt.toISOString(),
    }
  })
}

function emailOf(record: object): string | undefined {
  return 'email' in record && typeof record.email === 'string' ? record.email : undefined
}

async function linksOf(
  doors: LedgerDoors,
  what: { scope: CompanyScope; kind: CatalogueKind; records: readonly { id: string }[] },
): Promise<Map<string, LinkView[]>> {
  const views = new Map<string, LinkView[]>()
  if (what.kind === 'cost-code' || what.records.length === 0) return views
  const kind: LinkableKind = what.kind
  const ids = what.records.map(({ id }) => id)
  const [links, connections] = await Promise.all([
    doors.catalogue.links.ofRecords(what.scope, { kind, ids }),
    doors.connections.connections.list(what.scope),
  ])
  const byLedger = new Map(
    connections.filter(wasAuthorised).map((connection) => [ledgerKey(connection), connection]),
  )
  for (const { ourId, ledger, remote, active, owed } of links) {
    const connection = byLedger.get(ledger)
    if (connection === undefined) continue
    const providerLabel = doors.connections.connectorOf(connection.provider)?.label ?? connection.name
    const view = {
      connectionId: connection.id,
      providerLabel,
      remote,
      active,
      ...(owed === undefined || owed.looks === true
        ? {}
        : { owed: { ...owed, since: owed.since.toISOString() } }),
    }
    views.set(ourId, [...(views.get(ourId) ?? []), view])
  }
  return views
}
