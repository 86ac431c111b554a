import { ledgerKey } from '@fieldledger/accounting'
import { type CompanyScope, ownedFields } from '@fieldledger/workflow'
import { ownedHere } from '../items/owned-here.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ImportBatch } from '../ports/link-repository.ts'
import type { CatalogueKind, CatalogueRecord } from '../records/catalogue-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { vendorFields } from '../vendors/vendor-fields.ts'
import { fileLookup } from './file-lookup.ts'
import { type FileTable, type PlannedFile, type PlannedFileRow, planFile } from './plan-file.ts'

export const mostFileRows = 10_000
const batchSize = 500

type Ports = Pick<CataloguePorts, 'catalogue' | 'links' | 'connections' | 'clock' | 'newId'>

interface FileWish {
  scope: CompanyScope
  kind: CatalogueKind
  table: FileTable
  /** false = only what it would do. */
  apply: boolean
  problemOf(input: object): string | undefined
}

/** A list is changed with a file; what the ledgers must hear of it is owed to them, as after a single edit. */
export async function loadFile(ports: Ports, wish: FileWish): Promise<PlannedFile> {
  if (wish.table.rows.length > mostFileRows) throw new CatalogueRefused('file-too-long')
  const { scope, kind, problemOf } = wish
  const ours: CatalogueRecord[] = await ports.catalogue.all(scope, kind)
  const lookup = await fileLookup(ports, { scope, kind, records: ours })
  const plan = planFile(wish.table, { kind, ours, lookup, problemOf })
  if (wish.apply) await applyPlan(ports, { ...wish, rows: plan.rows })
  return plan
}

async function applyPlan(ports: Ports, what: FileWish & { rows: readonly PlannedFileRow[] }): Promise<void> {
  const due = what.rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
  const ledgers = await ledgersThatHear(ports, what)
  for (let from = 0; from < due.length; from += batchSize) {
    const batch = batchOf(ports, { ...what, rows: due.slice(from, from + batchSize), ledgers })
    if (!(await ports.links.insertBatch(what.scope, batch))) throw new CatalogueRefused('import-busy')
  }
}

async function ledgersThatHear(ports: Ports, { scope, kind }: FileWish): Promise<string[]> {
  if (kind !== 'vendor' && kind !== 'material') return []
  const connections = await ports.connections.all(scope)
  return connections
    .filter((each) => (kind === 'vendor' ? each.updatesVendors : ownedHere(each).length > 0))
    .map(({ target }) => ledgerKey(target))
}

function batchOf(
  ports: Ports,
  { scope, kind, rows, ledgers }: FileWish & { rows: readonly PlannedFileRow[]; ledgers: readonly string[] },
): ImportBatch {
  const at = ports.clock.now()
  const changes = rows.flatMap(({ id, change }) =>
    id === undefined ? [] : [{ id, change: { ...change, updatedAt: at } }],
  )
  const heard = rows.filter(({ changes: fields }) => fields.some(({ field }) => isHeard(field)))
  return {
    kind,
    links: [],
    changes,
    records: rows
      .filter(({ id }) => id === undefined)
      .map(({ change, name }) => newRecord(ports, { scope, kind, at, input: { ...change, name } })),
    owes: { ledgers, ourIds: heard.flatMap(({ id }) => id ?? []), owed: { since: at } },
  }
}

function isHeard(field: string): boolean {
  return [...vendorFields, ...ownedFields].some((one) => one === field)
}

function newRecord(
  ports: Ports,
  of: { scope: CompanyScope; kind: CatalogueKind; at: Date; input: { name: string } },
): CatalogueRecord {
  const filled = Object.entries(of.input).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(filled),
    ...(of.kind === 'vendor' ? { state: 'active' } : {}),
    id: ports.newId(),
    companyId: of.scope.companyId,
    archived: false,
    createdAt: of.at,
    updatedAt: of.at,
  } as CatalogueRecord
}
