import type { SupplierField } from '@fieldledger/workflow'
import type { CatalogueInput } from '../edit/save-record.ts'
import type { PlannedRow } from '../import/plan-import.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import type { LedgerConnection } from '../ports/ledger-connections.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import type { LinkConflict, LinkRecord } from '../records/link-record.ts'
import { nameKey } from '../search/name-key.ts'
import { conflictsOf } from './conflicts-of.ts'
import { type Reconciled, reconcileVendor } from './reconcile-vendor.ts'
import { termsTaken } from './terms-taken.ts'
import { fieldsOf, sameFields } from './vendor-fields.ts'

interface Known {
  remotes: readonly RemoteRow[]
  ours: readonly Vendor[]
  links: readonly LinkRecord[]
  ledger: Pick<
    LedgerConnection,
    'supplierRules' | 'vendorsLack' | 'vendorsNotListed' | 'updatesVendors' | 'keepsSeveralEmails'
  >
  at: Date
}

interface Sides {
  vendor: Vendor
  there: RemoteRow
  link: LinkRecord | undefined
}

/** The plan of an import, with what changes of suppliers that are paired: those of this plan, and earlier ones. Pure. */
export function planVendorUpdates(rows: readonly PlannedRow[], known: Known): PlannedRow[] {
  const ours = new Map(known.ours.map((vendor) => [vendor.id, vendor]))
  const theirs = new Map(known.remotes.map((row) => [row.remote.id, row]))
  const links = new Map(known.links.map((link) => [link.remote.id, link]))
  const holders = holdersOf(known.ours)
  return rows.map((row): PlannedRow => {
    const [vendor, there] = [ours.get(row.matchedId ?? ''), theirs.get(row.remote.id)]
    const link = links.get(row.remote.id)
    if (vendor === undefined || there === undefined || row.outcome === 'conflict') return row
    if (!there.active)
      return known.ledger.supplierRules.inactiveThere === 'archive' && link?.active === true
        ? { ...row, outcome: 'update', change: { archived: true }, note: 'It is inactive there: archived.' }
        : row
    const merge = reconcileVendor(fieldsOf(vendor), {
      theirs: fieldsOf(there.input),
      seen: link?.seen,
      unseen: 'theirs',
      always: known.ledger.supplierRules.always,
      lacks: [...known.ledger.vendorsLack, ...known.ledger.vendorsNotListed],
      oneEmail: !known.ledger.keepsSeveralEmails,
      nameTaken: [...(holders.get(keyOf(there.name, vendor)) ?? [])].some((id) => id !== vendor.id),
    })
    return withMerge(row, { sides: { vendor, there, link }, merge, known })
  })
}

function withMerge(
  row: PlannedRow,
  { sides, merge, known }: { sides: Sides; merge: Reconciled; known: Known },
): PlannedRow {
  const { vendor, there, link } = sides
  const words = (fields: readonly string[]) =>
    fields.map((field) => labels[field as SupplierField]).join(', ')
  const terms = termsTaken(vendor, there.input as CatalogueInput<'vendor'>)
  const change = { ...merge.take, ...terms }
  const taken = Object.keys(merge.take)
  const changes = Object.keys(change).length > 0
  const notes = [
    ...(taken.length > 0 ? [`Taken over: ${words(taken)}.`] : []),
    ...(terms.paymentTerms === undefined ? [] : ['Taken over: terms of payment.']),
    ...(merge.conflicts.length > 0
      ? [`Changed on both sides: ${words(merge.conflicts)}. Choose under Conflicts.`]
      : []),
  ]
  const theirs = fieldsOf(there.input)
  const isOwed = known.ledger.updatesVendors && link?.seen !== undefined && !sameFields(merge.there, theirs)
  const conflicts = conflictsOf(merge.conflicts, { theirs, link, at: known.at })
  const isUpdate = row.outcome === 'already-linked' && changes
  return {
    ...row,
    outcome: isUpdate ? 'update' : row.outcome,
    ...(changes ? { change, ifOf: vendor.updatedAt } : {}),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    ...(link === undefined || isAgreed(link, { there, merge, conflicts })
      ? {}
      : { agreed: { linkId: link.id, remote: row.remote, active: true, seen: merge.seen, conflicts } }),
    ...(isOwed ? { owes: true } : {}),
  }
}

/** Ten thousand pairs of which nothing is new are not written again. */
function isAgreed(
  link: LinkRecord,
  { there, merge, conflicts }: { there: RemoteRow; merge: Reconciled; conflicts: readonly LinkConflict[] },
): boolean {
  const isSame = link.seen !== undefined && sameFields(link.seen, merge.seen)
  const isNamed = link.active && link.remote.name === there.name
  return isSame && isNamed && JSON.stringify(link.conflicts ?? []) === JSON.stringify(conflicts)
}

const labels: Record<SupplierField, string> = {
  name: 'name',
  address: 'legal address',
  city: 'city',
  region: 'state or province',
  postalCode: 'postal code',
  country: 'country',
  phone: 'phone number',
  accountNumber: 'account number',
  email: 'e-mail',
}

function holdersOf(ours: readonly Vendor[]): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>()
  for (const vendor of ours) {
    const key = keyOf(vendor.name, vendor)
    holders.set(key, (holders.get(key) ?? new Set()).add(vendor.id))
  }
  return holders
}

function keyOf(name: string, { currency }: Pick<Vendor, 'currency'>): string {
  return `${nameKey(name)}|${currency ?? ''}`
}
