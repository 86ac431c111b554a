import type { SupplierRules } from '@fieldledger/workflow'
import type { PlannedRow } from '../import/plan-import.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { nameKey } from '../search/name-key.ts'
import { adjustVendor } from './adjust-vendor.ts'
import { fieldsOf, type VendorFields } from './vendor-fields.ts'

interface Known {
  remotes: readonly RemoteRow[]
  ours: readonly Vendor[]
  links: readonly LinkRecord[]
  rules: SupplierRules
}

/** The plan of an import, with what changes of suppliers that are paired: those of this plan, and earlier ones. Pure. */
export function planVendorUpdates(rows: readonly PlannedRow[], known: Known): PlannedRow[] {
  const ours = new Map(known.ours.map((vendor) => [vendor.id, vendor]))
  const theirs = new Map(known.remotes.map((row) => [row.remote.id, row]))
  const links = new Map(known.links.map((link) => [link.remote.id, link]))
  return rows.map((row): PlannedRow => {
    const [vendor, there] = [ours.get(row.matchedId ?? ''), theirs.get(row.remote.id)]
    const link = links.get(row.remote.id)
    if (vendor === undefined || there === undefined || row.outcome === 'conflict') return row
    if (!there.active)
      return known.rules.inactiveThere === 'archive' && link?.active === true
        ? { ...row, outcome: 'update', change: { archived: true }, note: 'It is inactive there: archived.' }
        : row
    const change = adjustVendor(fieldsOf(vendor), { theirs: fieldsOf(there.input), seen: link?.seen })
    return withChange(row, { change, vendor, ours: known.ours })
  })
}

function withChange(
  row: PlannedRow,
  { change, vendor, ours }: { change: VendorFields; vendor: Vendor; ours: readonly Vendor[] },
): PlannedRow {
  const { name, ...rest } = change
  const taken = name !== undefined && hasTwin(ours, { ...vendor, name })
  const kept = taken ? rest : change
  const words = Object.keys(kept).map((field) => labels[field as keyof VendorFields])
  const notes = [
    ...(words.length > 0 ? [`Taken over: ${words.join(', ')}.`] : []),
    ...(taken ? [`It is called "${name}" there, and another one of ours has that name.`] : []),
  ]
  if (notes.length === 0) return row
  const outcome = row.outcome === 'already-linked' && words.length > 0 ? 'update' : row.outcome
  return { ...row, outcome, change: kept, note: notes.join(' ') }
}

const labels: Record<keyof VendorFields, string> = {
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

function hasTwin(ours: readonly Vendor[], vendor: Vendor): boolean {
  return ours.some(
    ({ id, name, currency }) =>
      id !== vendor.id && nameKey(name) === nameKey(vendor.name) && currency === vendor.currency,
  )
}
