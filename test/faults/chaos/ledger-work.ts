import type { Db } from 'mongodb'
import type { HttpSession } from '../../support/http-session.ts'
import type { SendingCompany } from '../../support/make-company.ts'

/** Makes work for the sweeps that read ledgers, wake what waits for them, and tell of it each morning. */
export type LedgerWork = Record<'reconcile' | 'digest' | 'feed' | 'reconnect' | 'import', () => Promise<void>>

/** In which the orders of these tests are dated. */
export const orderMonth = '2026-11'

export const changedThere = 'Changed while workers were killed'

export function makeLedgerWork(
  company: SendingCompany,
  { database, admin }: { database: Db; admin: HttpSession },
): LedgerWork {
  const { id: companyId, connection, ledger, realm } = company
  const now = () => new Date()
  /** As time would: what a killed worker held is due again; false = nothing is under way. */
  const isDueAgain = async (collection: string, underWay: object) => {
    const again = { $set: { dueAt: now() } }
    const { matchedCount } = await database
      .collection(collection)
      .updateMany({ companyId, ...underWay }, again)
    return matchedCount > 0
  }
  let changes = 0
  return {
    async reconcile() {
      if (await isDueAgain('reconciliations', { state: 'reading' })) return
      await admin.post(`/connections/${connection.id}/reconcile`, { month: orderMonth })
    },
    async digest() {
      const { id: userId } = company.people.bookkeeper
      await database.collection('memberships').updateOne({ companyId, userId }, { $set: { digest: true } })
      await database
        .collection<{ _id: string }>('companies')
        .updateOne({ _id: companyId }, { $set: { timeZone: zoneOfMorning(now()) } })
    },
    async feed() {
      const { entities } = await ledger.books(realm)
      const id = entities.Vendor[changes % entities.Vendor.length]?.Id ?? ''
      changes += 1
      await ledger.change({ realm, entity: 'vendor', id }, { PrintOnCheckName: changedThere })
      await database
        .collection<{ _id: string }>('connections')
        .updateOne({ _id: connection.id }, { $set: { 'feed.dueAt': now() } })
    },
    async reconnect() {
      const held = { companyId, waitingFor: 'cure', dueAt: null, claimedBy: null }
      await database.collection('effects').updateOne(held, { $set: { waitingFor: 'connection' } })
    },
    async import() {
      if (await isDueAgain('wholeImports', { phase: { $ne: 'done' } })) return
      await admin.post(`/connections/${connection.id}/whole-import`)
    },
  }
}

/** Where it is past seven and before midnight at that moment. */
function zoneOfMorning(at: Date): string {
  return at.getUTCHours() >= 7 ? 'Etc/UTC' : 'Etc/GMT-12'
}
