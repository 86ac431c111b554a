import type { CompanyScope } from '@fieldledger/workflow'
import { readRemoteRows } from '../import/read-remote-rows.ts'
import { findActiveLedger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { importListOf } from './import-list-of.ts'
import { linkByHand } from './link-by-hand.ts'

export interface LinkedPair {
  id: string
  remoteId: string
  /** Why not; absent = it is linked. */
  refused?: string
}

/** Pairs that a person has looked through: the ledger's list is read once, and a bad pair stops no other. */
export async function linkMany(
  ports: CataloguePorts,
  wish: {
    scope: CompanyScope
    connectionId: string
    kind: 'vendor' | 'material'
    pairs: readonly { id: string; remoteId: string }[]
  },
): Promise<LinkedPair[]> {
  const { scope, connectionId, kind } = wish
  const ledger = await findActiveLedger(ports, wish)
  const rows = await readRemoteRows(ports, { scope, ledger, list: importListOf[kind] ?? 'items' })
  const done: LinkedPair[] = []
  // Held documents are woken once, at the end.
  const quiet = { ...ports, wakeHeld: async () => undefined }
  for (const pair of wish.pairs) {
    try {
      await linkByHand(quiet, { scope, connectionId, kind, ...pair, rows })
      done.push(pair)
    } catch (error) {
      if (!(error instanceof CatalogueRefused)) throw error
      done.push({ ...pair, refused: error.message })
    }
  }
  await ports.wakeHeld(scope, connectionId)
  return done
}
