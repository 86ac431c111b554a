import type { CompanyScope, Side, SupplierField } from '@fieldledger/workflow'
import { findRecord } from '../edit/save-record.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import type { LinkConflict, LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { pushVendor } from './push-vendor.ts'
import type { VendorFields } from './vendor-fields.ts'

/** What stands from now on: one side's value, or one that was made of both. */
export type Choice = Side | { value: string }

interface Resolution {
  scope: CompanyScope
  linkId: string
  choices: Partial<Record<SupplierField, Choice>>
}

const mostTries = 5

/**
 * A person says what stands where both sides changed a field. Theirs is agreed on as it was shown: had they changed it
 * once more, that is a conflict again, and was not decided here.
 */
export async function resolveConflict(ports: CataloguePorts, wish: Resolution): Promise<Vendor> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const vendorId = await resolveOnce(ports, wish)
    if (vendorId === undefined) continue
    await pushVendor(ports, { scope: wish.scope, vendorId })
    return findRecord(ports, { scope: wish.scope, kind: 'vendor', id: vendorId })
  }
  throw new CatalogueRefused('import-busy')
}

/** undefined = the record was changed meanwhile. */
async function resolveOnce(
  ports: CataloguePorts,
  { scope, linkId, choices }: Resolution,
): Promise<string | undefined> {
  const link = (await ports.links.inConflict(scope)).find(({ id }) => id === linkId)
  if (link === undefined) throw new CatalogueRefused('no-conflict')
  const vendor = await findRecord(ports, { scope, kind: 'vendor', id: link.ourId })
  const decided = (link.conflicts ?? []).filter(({ field }) => choices[field] !== undefined)
  if (decided.length === 0) throw new CatalogueRefused('no-conflict')
  const at = ports.clock.now()
  const change = Object.fromEntries(
    decided.flatMap(({ field, theirs }) => {
      const choice = choices[field]
      if (choice === undefined || choice === 'ours') return []
      return [[field, choice === 'theirs' ? theirs : choice.value.trim() || undefined]]
    }),
  )
  await refuseTakenName(ports, { scope, vendor, name: change.name })
  const done = await ports.links.insertBatch(scope, {
    kind: 'vendor',
    records: [],
    links: [],
    changes: [{ id: vendor.id, change: { ...change, updatedAt: at }, ifOf: vendor.updatedAt }],
    agreed: [agreedPair(link, decided)],
    owes: { ledgers: [link.ledger], ourIds: [vendor.id], owed: { since: at } },
  })
  return done ? vendor.id : undefined
}

function agreedPair(link: LinkRecord, decided: readonly LinkConflict[]) {
  const seen: VendorFields = { ...link.seen }
  for (const { field, theirs } of decided) {
    if (theirs === undefined) delete seen[field]
    else seen[field] = theirs
  }
  const conflicts = (link.conflicts ?? []).filter((conflict) => !decided.includes(conflict))
  return { linkId: link.id, remote: link.remote, active: link.active, seen, conflicts }
}

async function refuseTakenName(
  ports: CataloguePorts,
  { scope, vendor, name }: { scope: CompanyScope; vendor: Vendor; name: string | undefined },
): Promise<void> {
  if (name === undefined) return
  const twins = await ports.catalogue.named(scope, { kind: 'vendor', name })
  if (twins.some(({ id, currency }) => id !== vendor.id && currency === vendor.currency))
    throw new CatalogueRefused('name-taken')
}
