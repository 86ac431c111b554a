import type { CompanyScope } from '@fieldledger/workflow'
import type { CatalogueInput } from '../edit/save-record.ts'
import { ownedHere } from '../items/owned-here.ts'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ImportBatch } from '../ports/link-repository.ts'
import type { CatalogueRecord } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { adjustMaterial } from '../sync/adjust-material.ts'
import { agreedItem } from '../sync/item-fields.ts'
import { fieldsOf } from '../vendors/vendor-fields.ts'
import type { PlannedRow } from './plan-import.ts'
import { type ImportList, kindOfList, type RemoteRow } from './remote-row.ts'

const batchSize = 200
const mostTries = 5

interface Application {
  scope: CompanyScope
  ledger: Ledger
  list: ImportList
  remotes: readonly RemoteRow[]
  rows: readonly PlannedRow[]
  planAgain(): Promise<PlannedRow[]>
}

/** Writes records and links together, batch by batch; when somebody links meanwhile, plans anew. */
export async function applyPlan(ports: CataloguePorts, what: Application): Promise<void> {
  const kind = kindOfList[what.list]
  let rows = what.rows
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (await applyRows(ports, { ...what, rows })) {
      const seen = seenThere({ ...what, rows })
      await ports.links.refresh(what.scope, { ledger: what.ledger.key, kind, seen })
      return
    }
    rows = await what.planAgain()
  }
  throw new CatalogueRefused('import-busy')
}

/** Suppliers that were paired before were agreed on one by one: what neither side has won is not forgotten. */
function seenThere({ list, remotes, rows }: Application) {
  if (kindOfList[list] !== 'vendor') return remotes
  const paired = rows.filter(({ outcome }) => outcome === 'already-linked' || outcome === 'update')
  const agreed = new Set(paired.map(({ remote }) => remote.id))
  return remotes.flatMap((row) => {
    if (!row.active) return [row]
    return agreed.has(row.remote.id) ? [] : [{ ...row, fields: fieldsOf(row.input) }]
  })
}

async function applyRows(ports: CataloguePorts, what: Application): Promise<boolean> {
  const due = what.rows.filter(
    ({ outcome, agreed, owes }) =>
      ['create', 'link', 'update'].includes(outcome) || agreed !== undefined || owes === true,
  )
  const byRemote = new Map(what.remotes.map((row) => [row.remote.id, row]))
  for (let from = 0; from < due.length; from += batchSize) {
    const batch = await batchOf(ports, { ...what, rows: due.slice(from, from + batchSize), byRemote })
    if (!(await ports.links.insertBatch(what.scope, batch))) return false
  }
  return true
}

async function batchOf(
  ports: CataloguePorts,
  what: Application & { byRemote: ReadonlyMap<string, RemoteRow> },
): Promise<ImportBatch> {
  const kind = kindOfList[what.list]
  const at = ports.clock.now()
  const { companyId } = what.scope
  const records: CatalogueRecord[] = []
  const links: LinkRecord[] = []
  for (const row of what.rows) {
    const source = what.byRemote.get(row.remote.id)
    if (source === undefined || !['create', 'link'].includes(row.outcome)) continue
    const ourId = row.matchedId ?? ports.newId()
    if (row.matchedId === undefined)
      records.push({
        ...(kind === 'vendor' ? { state: 'active' } : {}),
        ...source.input,
        id: ourId,
        companyId,
        archived: false,
        createdAt: at,
        updatedAt: at,
      } as CatalogueRecord)
    links.push({
      id: ports.newId(),
      companyId,
      ledger: what.ledger.key,
      kind,
      ourId,
      remote: row.remote,
      active: true,
      origin: row.matchedId === undefined ? 'imported' : 'matched',
      linkedAt: at,
      ...(kind === 'material' ? { seen: agreedItem(source.input) } : {}),
    })
  }
  const changes =
    kind === 'material'
      ? await adjustments(ports, what)
      : what.rows.flatMap(({ matchedId, change, ifOf }) =>
          matchedId === undefined || change === undefined
            ? []
            : [
                {
                  id: matchedId,
                  change: { ...change, updatedAt: at },
                  ...(ifOf === undefined ? {} : { ifOf }),
                },
              ],
        )
  const ourIds = what.rows.flatMap(({ owes, matchedId }) => (owes === true ? (matchedId ?? []) : []))
  return {
    kind,
    records,
    missingCurrency: what.ledger.target.currency,
    links,
    changes,
    agreed: what.rows.flatMap(({ agreed }) => agreed ?? []),
    owes: { ledgers: [what.ledger.key], ourIds, owed: { since: at } },
  }
}

/** Ours that are paired take over what the ledger says of them, as with Sync Items. */
async function adjustments(
  ports: Pick<CataloguePorts, 'catalogue' | 'clock'>,
  what: Application & { byRemote: ReadonlyMap<string, RemoteRow> },
): Promise<NonNullable<ImportBatch['changes']>> {
  const ids = what.rows.flatMap(({ matchedId }) => matchedId ?? [])
  const materials = await ports.catalogue.findMany(what.scope, { kind: 'material', ids })
  const byId = new Map(materials.map((material) => [material.id, material]))
  return what.rows.flatMap(({ matchedId = '', remote }) => {
    const [ours, theirs] = [byId.get(matchedId), what.byRemote.get(remote.id)]
    if (ours === undefined || theirs === undefined) return []
    const change = adjustMaterial(ours, {
      theirs: theirs.input as CatalogueInput<'material'>,
      owned: ownedHere(what.ledger),
    })
    return [{ id: ours.id, change: { ...change, updatedAt: ports.clock.now() } }]
  })
}
