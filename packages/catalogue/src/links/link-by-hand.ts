import type { RemoteReference } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import { findRecord } from '../edit/save-record.ts'
import { findActiveLedger, findLedger, type Ledger } from '../ledger/find-ledger.ts'
import { readLedgerList } from '../ledger/read-ledger-list.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LinkableKind } from '../records/catalogue-record.ts'
import type { LinkOrigin, LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { remoteListOf } from './remote-list-of.ts'

interface Pair {
  scope: CompanyScope
  kind: LinkableKind
  id: string
  connectionId: string
}

/** A person pairs ours with theirs: it must be there and active, seen now, and neither may have another pair. */
export async function linkByHand(
  ports: CataloguePorts,
  wish: Pair & { remoteId: string },
): Promise<LinkRecord> {
  const record = await findRecord(ports, wish)
  if (record.archived) throw new CatalogueRefused('record-archived')
  const ledger = await findActiveLedger(ports, wish)
  const remote = await lookUp(ports, { ...wish, ledger })
  const link = await saveLink(ports, { ...wish, ledger, remote, origin: 'by-hand' })
  if (wish.kind === 'vendor' && 'state' in record && record.state === 'proposed')
    await ports.catalogue.update(wish.scope, {
      kind: 'vendor',
      id: wish.id,
      change: { state: 'active', updatedAt: ports.clock.now() },
    })
  await ports.wakeHeld(wish.scope, wish.connectionId)
  return link
}

export async function saveLink(
  ports: Pick<CataloguePorts, 'links' | 'clock' | 'newId'>,
  pair: Pair & { ledger: Ledger; remote: RemoteReference; origin: LinkOrigin },
): Promise<LinkRecord> {
  const { scope, kind, ledger, remote } = pair
  const link: LinkRecord = {
    id: ports.newId(),
    companyId: scope.companyId,
    ledger: ledger.key,
    kind,
    ourId: pair.id,
    remote,
    active: true,
    origin: pair.origin,
    linkedAt: ports.clock.now(),
  }
  if (await ports.links.insert(link)) return link
  const present = await ports.links.byRemote(scope, { ledger: ledger.key, kind, remoteId: remote.id })
  if (present?.ourId === pair.id) return present
  throw new CatalogueRefused(present === undefined ? 'already-linked' : 'remote-taken')
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

async function lookUp(
  ports: CataloguePorts,
  wish: { kind: LinkableKind; remoteId: string; ledger: Ledger },
): Promise<RemoteReference> {
  const list = remoteListOf[wish.kind]
  if (list === undefined) throw new CatalogueRefused('remote-not-found')
  const { target } = wish.ledger
  const rows = await readLedgerList(ports.driverFor(target), { list, target })
  for (const row of rows) {
    const reference = 'reference' in row ? row.reference : { id: row.id, name: row.name ?? row.id }
    if (reference.id !== wish.remoteId) continue
    if (!row.active) throw new CatalogueRefused('remote-inactive')
    return { id: reference.id, name: row.name ?? reference.id }
  }
  throw new CatalogueRefused('remote-not-found')
}
