import { ledgerKey } from '@fieldledger/accounting'
import type { LinkRecord, Material, PairField, Vendor } from '@fieldledger/catalogue'
import { wasAuthorised } from '@fieldledger/connections'
import type { ConflictView } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import type { Services } from '../services.ts'

type FieldView = ConflictView['fields'][number]

/** Fields whose value is another record of ours. */
const namesOf: Partial<Record<PairField, NonNullable<FieldView['names']>>> = {
  vendorId: 'vendor',
  accountId: 'account',
}

/** What stands on both sides, with who and when as far as it is known. */
export async function viewConflicts(
  parts: { doors: LedgerDoors; audit: Services['audit'] },
  { scope, links }: { scope: CompanyScope; links: readonly LinkRecord[] },
): Promise<ConflictView[]> {
  const { doors, audit } = parts
  const { catalogue } = doors.catalogue
  const idsOf = (kind: LinkRecord['kind']) => [
    ...new Set(links.filter((link) => link.kind === kind).map(({ ourId }) => ourId)),
  ]
  const [vendors, materials, connections] = await Promise.all([
    catalogue.findMany(scope, { kind: 'vendor', ids: idsOf('vendor') }),
    catalogue.findMany(scope, { kind: 'material', ids: idsOf('material') }),
    doors.connections.connections.list(scope),
  ])
  const records = new Map([...vendors, ...materials].map((record) => [record.id, record]))
  const named = await namesIn(doors, { scope, links, materials })
  const byLedger = new Map(connections.filter(wasAuthorised).map((one) => [ledgerKey(one), one]))
  const views = links.map(async (link): Promise<ConflictView[]> => {
    const record = records.get(link.ourId)
    const connection = byLedger.get(link.ledger)
    if (record === undefined || connection === undefined) return []
    const [edit] = await audit.list(scope, { record: record.id, limit: 1 })
    return [
      {
        id: link.id,
        kind: link.kind === 'material' ? 'material' : 'vendor',
        recordId: record.id,
        recordName: record.name,
        connectionId: connection.id,
        providerLabel: doors.connections.connectorOf(connection.provider)?.label ?? connection.name,
        fields: fieldsOf(link, { record, editedBy: edit?.by.name, named }),
      },
    ]
  })
  return (await Promise.all(views)).flat()
}

/** Names of the suppliers and accounts between which somebody has to choose. */
async function namesIn(
  { catalogue: { catalogue } }: LedgerDoors,
  of: { scope: CompanyScope; links: readonly LinkRecord[]; materials: readonly Material[] },
): Promise<ReadonlyMap<string, string>> {
  const ids = (field: 'vendorId' | 'accountId') => [
    ...of.materials.flatMap((material) => material[field] ?? []),
    ...of.links.flatMap(({ seen, conflicts = [] }) => [
      ...[seen?.[field] ?? []].flat(),
      ...conflicts.flatMap((conflict) => (conflict.field === field ? (conflict.theirs ?? []) : [])),
    ]),
  ]
  const [vendors, accounts] = await Promise.all([
    catalogue.findMany(of.scope, { kind: 'vendor', ids: ids('vendorId') }),
    catalogue.findMany(of.scope, { kind: 'account', ids: ids('accountId') }),
  ])
  return new Map([...vendors, ...accounts].map(({ id, name }) => [id, name]))
}

function fieldsOf(
  link: LinkRecord,
  about: {
    record: Vendor | Material
    editedBy: string | undefined
    named: ReadonlyMap<string, string>
  },
): FieldView[] {
  const { record, editedBy } = about
  const values: Partial<Record<PairField, unknown>> = { ...record }
  return (link.conflicts ?? []).map(({ field, theirs, since }) => {
    const names = namesOf[field]
    const shown = (value: unknown) => {
      if (typeof value !== 'string') return undefined
      return names === undefined ? value : (about.named.get(value) ?? value)
    }
    const [ours, other, agreed] = [shown(values[field]), shown(theirs), shown(link.seen?.[field])]
    return {
      field,
      ...(names === undefined ? {} : { names }),
      ...(ours === undefined ? {} : { ours }),
      ...(other === undefined ? {} : { theirs: other }),
      ...(agreed === undefined ? {} : { agreed }),
      ...(editedBy === undefined ? {} : { oursBy: editedBy }),
      oursAt: record.updatedAt.toISOString(),
      theirsSeenAt: since.toISOString(),
    }
  })
}
