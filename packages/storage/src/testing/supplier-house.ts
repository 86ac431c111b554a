import { findRecord, importFromLedger } from '@fieldledger/catalogue'
import type { Database } from '../scope/connect-database.ts'
import { openLedgerHouse } from './ledger-house.ts'

/** A house whose suppliers are imported: Cascade stands here, and there under the id 1. */
export async function openSupplierHouse(database: Database) {
  const at = await openLedgerHouse(database)
  const load = () => importFromLedger(at.ports, { ...at, lists: ['vendors'], apply: true })
  await load()
  const vendors = await at.ports.catalogue.all(at.scope, 'vendor')
  const id = vendors.find(({ name }) => name === 'Cascade Lumber Supply')?.id ?? ''
  const there = () => at.books.vendors.find(({ reference }) => reference.id === '1')
  return {
    ...at,
    id,
    load,
    there,
    read: () => findRecord(at.ports, { ...at, kind: 'vendor', id }),
    changeThere: (change: object) => Object.assign(there() ?? {}, change),
    link: async () => (await at.ports.links.ofRecords(at.scope, { kind: 'vendor', ids: [id] }))[0],
  }
}
