import type { CompanyScope, Side } from '@fieldledger/workflow'
import { findRecord } from '../edit/save-record.ts'
import { pushItem } from '../items/push-item.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Material, Vendor } from '../records/catalogue-record.ts'
import type { LinkConflict, LinkRecord, PairField, PairFields } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { pushVendor } from '../vendors/push-vendor.ts'
import { fieldsKept } from './fields-kept.ts'

/** What stands from now on: one side's value, or one that was made of both. */
export type Choice = Side | { value: string }
export type Choices = Partial<Record<PairField, Choice>>

interface Resolution {
  scope: CompanyScope
  linkId: string
  choices: Choices
}

const mostTries = 5

/**
 * A person says what stands where both sides changed a field of a supplier or an item. Theirs is agreed on as it was
 * shown: had they changed it once more, that is a conflict again, and was not decided here.
 */
export async function resolveConflict(ports: CataloguePorts, wish: Resolution): Promise<Vendor | Material> {
  const { scope } = wish
  for (let tries = 0; tries < mostTries; tries += 1) {
    const link = await resolveOnce(ports, wish)
    if (link === undefined) continue
    if (link.kind === 'vendor') await pushVendor(ports, { scope, vendorId: link.ourId })
    else await pushItem(ports, { scope, materialId: link.ourId })
    return recordOf(ports, { scope, link })
  }
  throw new CatalogueRefused('import-busy')
}

/** undefined = the record was changed meanwhile. */
async function resolveOnce(
  ports: CataloguePorts,
  { scope, linkId, choices }: Resolution,
): Promise<LinkRecord | undefined> {
  const link = (await ports.links.inConflict(scope)).find(({ id }) => id === linkId)
  if (link === undefined) throw new CatalogueRefused('no-conflict')
  const record = await recordOf(ports, { scope, link })
  const decided = (link.conflicts ?? []).filter(({ field }) => choices[field] !== undefined)
  if (decided.length === 0) throw new CatalogueRefused('no-conflict')
  const at = ports.clock.now()
  const change: PairFields = Object.fromEntries(
    decided.flatMap(({ field, theirs }) => {
      const choice = choices[field]
      if (choice === undefined || choice === 'ours') return []
      return [[field, choice === 'theirs' ? theirs : choice.value.trim() || undefined]]
    }),
  )
  await refuseUnfit(ports, { scope, link, record, change })
  const done = await ports.links.insertBatch(scope, {
    kind: link.kind,
    records: [],
    links: [],
    changes: [{ id: record.id, change: { ...change, updatedAt: at }, ifOf: record.updatedAt }],
    agreed: [agreedPair(link, { decided, choices })],
    // Of an item only what is kept here is sent; all else stands beside theirs.
    ...(link.kind === 'vendor'
      ? { owes: { ledgers: [link.ledger], ourIds: [record.id], owed: { since: at } } }
      : {}),
  })
  return done ? link : undefined
}

function agreedPair(
  link: LinkRecord,
  { decided, choices }: { decided: readonly LinkConflict[]; choices: Choices },
) {
  const seen: PairFields = { ...link.seen }
  for (const { field, theirs } of decided) {
    if (theirs === undefined) delete seen[field]
    else seen[field] = theirs
  }
  const conflicts = (link.conflicts ?? []).filter((conflict) => !decided.includes(conflict))
  const kept = link.kind === 'material' ? { kept: fieldsKept(link, { decided, choices }) } : {}
  return { linkId: link.id, remote: link.remote, active: link.active, seen, conflicts, ...kept }
}

function recordOf(
  ports: CataloguePorts,
  { scope, link }: { scope: CompanyScope; link: LinkRecord },
): Promise<Vendor | Material> {
  const id = link.ourId
  if (link.kind === 'material') return findRecord(ports, { scope, kind: 'material', id })
  return findRecord(ports, { scope, kind: 'vendor', id })
}

/** A name that another one has, or a supplier or account that there is not. */
async function refuseUnfit(
  ports: CataloguePorts,
  what: { scope: CompanyScope; link: LinkRecord; record: Vendor | Material; change: PairFields },
): Promise<void> {
  const { scope, record, change } = what
  const kind = what.link.kind === 'material' ? 'material' : 'vendor'
  if (change.vendorId !== undefined) await findRecord(ports, { scope, kind: 'vendor', id: change.vendorId })
  if (change.accountId !== undefined)
    await findRecord(ports, { scope, kind: 'account', id: change.accountId })
  if (change.name === undefined) return
  const currencyOf = (has: Vendor | Material) => ('currency' in has ? has.currency : undefined)
  const twins = await ports.catalogue.named(scope, { kind, name: change.name })
  if (twins.some((twin) => twin.id !== record.id && currencyOf(twin) === currencyOf(record)))
    throw new CatalogueRefused('name-taken')
}
