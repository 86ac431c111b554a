import type { CompanyScope } from '@fieldledger/workflow'
import { readRemoteRows } from '../import/read-remote-rows.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import { findActiveLedger } from '../ledger/find-ledger.ts'
import { importListOf } from '../links/import-list-of.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { CatalogueRecord } from '../records/catalogue-record.ts'
import { type Suggestion, suggestPairs } from './suggest-pairs.ts'

/** So many of ours at once as are compared while somebody waits; the rest follow once these are linked. */
const mostOurs = 1000

/** Pairs for what has none yet, of the ledger's list as it is now; what cannot be linked there is not offered. */
export async function suggestForLedger(
  ports: CataloguePorts,
  wish: { scope: CompanyScope; connectionId: string; kind: 'vendor' | 'material' },
): Promise<Suggestion[]> {
  const { scope, kind } = wish
  const ledger = await findActiveLedger(ports, wish)
  const links = await ports.links.ofLedger(scope, { ledger: ledger.key, kind })
  const rows = await readRemoteRows(ports, { scope, ledger, list: importListOf[kind] ?? 'items' })
  const linked = new Set(links.filter(({ active }) => active).map(({ ourId }) => ourId))
  const taken = new Set(links.filter(({ active }) => active).map(({ remote }) => remote.id))
  const ours: CatalogueRecord[] = await ports.catalogue.all(scope, kind)
  return suggestPairs(
    ours.filter(({ id }) => !linked.has(id)).slice(0, mostOurs),
    rows
      .filter(({ remote, active, notBought }) => active && notBought !== true && !taken.has(remote.id))
      .map(toCompare),
  )
}

function toCompare({ remote, name, input }: RemoteRow) {
  return { ...input, id: remote.id, name }
}
