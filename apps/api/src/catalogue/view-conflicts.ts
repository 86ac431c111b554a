import { type LinkRecord, ledgerKey, type Vendor } from '@fieldledger/catalogue'
import { wasAuthorised } from '@fieldledger/connections'
import type { ConflictView } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import type { Services } from '../services.ts'

/** What stands on both sides, with who and when as far as it is known. */
export async function viewConflicts(
  parts: { doors: LedgerDoors; audit: Services['audit'] },
  { scope, links }: { scope: CompanyScope; links: readonly LinkRecord[] },
): Promise<ConflictView[]> {
  const { doors, audit } = parts
  const ids = [...new Set(links.map(({ ourId }) => ourId))]
  const [vendors, connections] = await Promise.all([
    doors.catalogue.catalogue.findMany(scope, { kind: 'vendor', ids }),
    doors.connections.connections.list(scope),
  ])
  const byLedger = new Map(connections.filter(wasAuthorised).map((one) => [ledgerKey(one), one]))
  const views = links.map(async (link): Promise<ConflictView[]> => {
    const vendor = vendors.find(({ id }) => id === link.ourId)
    const connection = byLedger.get(link.ledger)
    if (vendor === undefined || connection === undefined) return []
    const [edit] = await audit.list(scope, { record: vendor.id, limit: 1 })
    return [
      {
        id: link.id,
        vendorId: vendor.id,
        vendorName: vendor.name,
        connectionId: connection.id,
        providerLabel: doors.connections.connectorOf(connection.provider)?.label ?? connection.name,
        fields: fieldsOf(link, { vendor, editedBy: edit?.by.name }),
      },
    ]
  })
  return (await Promise.all(views)).flat()
}

function fieldsOf(
  link: LinkRecord,
  { vendor, editedBy }: { vendor: Vendor; editedBy: string | undefined },
): ConflictView['fields'] {
  return (link.conflicts ?? []).map(({ field, theirs, since }) => {
    const [ours, agreed] = [vendor[field], link.seen?.[field]]
    return {
      field,
      ...(ours === undefined ? {} : { ours }),
      ...(theirs === undefined ? {} : { theirs }),
      ...(agreed === undefined ? {} : { agreed }),
      ...(editedBy === undefined ? {} : { oursBy: editedBy }),
      oursAt: vendor.updatedAt.toISOString(),
      theirsSeenAt: since.toISOString(),
    }
  })
}
