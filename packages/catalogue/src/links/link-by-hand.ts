import type { CompanyScope } from '@fieldledger/workflow'
import { type CatalogueInput, findRecord } from '../edit/save-record.ts'
import { readRemoteRows, toRemoteRows } from '../import/read-remote-rows.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import { ownedHere } from '../items/owned-here.ts'
import { findActiveLedger, findLedger, type Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { CatalogueChange } from '../ports/catalogue-repository.ts'
import type { CatalogueKind, CatalogueRecord, LinkableKind, Material } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { adjustMaterial } from '../sync/adjust-material.ts'
import { agreedItem } from '../sync/item-fields.ts'
import { importListOf } from './import-list-of.ts'

interface Pair {
  scope: CompanyScope
  kind: LinkableKind
  id: string
  connectionId: string
}

/** A person pairs ours with theirs: it must be there and active, seen now, and neither may have another pair. `rows` = theirs, read already. */
export async function linkByHand(
  ports: CataloguePorts,
  wish: Pair & { remoteId: string; rows?: readonly RemoteRow[] },
): Promise<LinkRecord> {
  const record = await findRecord(ports, wish)
  if (record.archived) throw new CatalogueRefused('record-archived')
  const ledger = await findActiveLedger(ports, wish)
  const row = lookUp(wish.rows ?? (await readTheirs(ports, { ...wish, ledger })), wish.remoteId)
  const link = newLink(ports, { ...wish, ledger, row })
  const drops = await makingRoom(ports, { ...wish, ledger })
  const change = { ...takenOver(wish.kind, { record, row, ledger }), updatedAt: ports.clock.now() }
  const batch = {
    kind: wish.kind,
    ...{ records: [], links: [link], drops, changes: [{ id: wish.id, change }] },
    ...(wish.kind === 'material' && ownedHere(ledger).length > 0
      ? { owes: { ledgers: [ledger.key], ourIds: [wish.id], owed: { since: ports.clock.now() } } }
      : {}),
  }
  if (!(await ports.links.insertBatch(wish.scope, batch))) return present(ports, { ...wish, ledger })
  await ports.wakeHeld(wish.scope, wish.connectionId)
  return link
}

/** A supplier is read by itself, as every ledger can: of ten thousand no other is asked for. */
async function readTheirs(
  ports: CataloguePorts,
  pair: Pair & { ledger: Ledger; remoteId: string },
): Promise<RemoteRow[]> {
  const { scope, kind, ledger, remoteId } = pair
  const list = importListOf[kind]
  if (list === undefined) return []
  if (list !== 'vendors') return readRemoteRows(ports, { scope, ledger, list })
  const found = await ports.driverFor(ledger.target).run({
    operation: 'vendor.get',
    input: { reference: { id: remoteId } },
    scope: { companyId: scope.companyId, connectionId: ledger.target.id },
  })
  return found === null ? [] : toRemoteRows(ports, { scope, ledger, list, rows: [found] })
}

function newLink(
  ports: Pick<CataloguePorts, 'clock' | 'newId'>,
  pair: Pair & { ledger: Ledger; row: RemoteRow },
): LinkRecord {
  // Names that differ were not agreed on (S2-26): the next Sync Items takes theirs.
  const { name: _theirs, ...seen } = agreedItem(pair.row.input)
  return {
    id: ports.newId(),
    companyId: pair.scope.companyId,
    ledger: pair.ledger.key,
    kind: pair.kind,
    ourId: pair.id,
    remote: pair.row.remote,
    active: true,
    origin: 'by-hand',
    linkedAt: ports.clock.now(),
    ...(pair.kind === 'material' ? { seen } : {}),
  }
}

/** A proposed vendor is looked at by it; a material takes over what the ledger says, and keeps its name (S2-26). */
function takenOver(
  kind: LinkableKind,
  { record, row, ledger }: { record: CatalogueRecord; row: RemoteRow; ledger: Ledger },
): CatalogueChange<CatalogueKind> {
  if (kind === 'vendor' && 'state' in record && record.state === 'proposed')
    return { state: 'active' } as object
  if (kind !== 'material') return {}
  return adjustMaterial(record as Material, {
    theirs: row.input as CatalogueInput<'material'>,
    owned: ownedHere(ledger),
  })
}

/** Pairs that hold nothing any more: what became inactive there, and what was archived here. */
async function makingRoom(
  ports: CataloguePorts,
  pair: Pair & { ledger: Ledger; remoteId: string },
): Promise<string[]> {
  const { scope, kind, ledger, remoteId } = pair
  const ofOurs = await ports.links.ofRecords(scope, { kind, ids: [pair.id] })
  const ofTheirs = await ports.links.byRemote(scope, { ledger: ledger.key, kind, remoteId })
  const dormant = ofOurs.filter((link) => link.ledger === ledger.key && !link.active).map(({ id }) => id)
  if (ofTheirs === undefined || ofTheirs.ourId === pair.id) return dormant
  const owner = await ports.catalogue.find(scope, { kind, id: ofTheirs.ourId })
  return owner === undefined || owner.archived || !ofTheirs.active ? [...dormant, ofTheirs.id] : dormant
}

async function present(
  ports: CataloguePorts,
  pair: Pair & { ledger: Ledger; remoteId: string },
): Promise<LinkRecord> {
  const { scope, kind, ledger, remoteId } = pair
  const found = await ports.links.byRemote(scope, { ledger: ledger.key, kind, remoteId })
  if (found?.ourId === pair.id) return found
  throw new CatalogueRefused(found === undefined ? 'already-linked' : 'remote-taken')
}

/** Takes the pair apart; both records stay as they are. Works while the ledger is away, too. */
export async function unlink(
  ports: Pick<CataloguePorts, 'connections' | 'links'>,
  pair: Pair,
): Promise<void> {
  const ledger = await findLedger(ports, pair)
  const removed = await ports.links.remove(pair.scope, {
    ledger: ledger.key,
    kind: pair.kind,
    ourId: pair.id,
  })
  if (!removed) throw new CatalogueRefused('not-linked')
}

function lookUp(rows: readonly RemoteRow[], remoteId: string): RemoteRow {
  const row = rows.find(({ remote }) => remote.id === remoteId)
  if (row === undefined) throw new CatalogueRefused('remote-not-found')
  if (!row.active) throw new CatalogueRefused('remote-inactive')
  return row
}
