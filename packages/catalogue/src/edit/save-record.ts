import type { CompanyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { CatalogueChange } from '../ports/catalogue-repository.ts'
import type { CatalogueKind, CatalogueRecord, Vendor } from '../records/catalogue-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'

/** What a person may type; what is absent is cleared. */
export type CatalogueInput<Kind extends CatalogueKind> = { name: string } & Omit<
  CatalogueRecord<Kind>,
  | 'id'
  | 'companyId'
  | 'name'
  | 'archived'
  | 'createdAt'
  | 'updatedAt'
  | Extract<keyof CatalogueRecord<Kind>, 'state' | 'proposedBy' | 'mergedInto'>
>

type Ports = Pick<CataloguePorts, 'catalogue' | 'clock' | 'newId'>

export async function createRecord<Kind extends CatalogueKind>(
  ports: Ports,
  what: { scope: CompanyScope; kind: Kind; input: CatalogueInput<Kind> },
): Promise<CatalogueRecord<Kind>> {
  await refuseUnfit(ports, what)
  const at = ports.clock.now()
  const record = {
    ...what.input,
    ...(what.kind === 'vendor' ? { state: 'active' } : {}),
    name: what.input.name.trim(),
    id: ports.newId(),
    companyId: what.scope.companyId,
    archived: false,
    createdAt: at,
    updatedAt: at,
  } as unknown as CatalogueRecord<Kind>
  if (!(await ports.catalogue.insert(what.kind, record))) throw new CatalogueRefused('name-taken')
  return record
}

export async function editRecord<Kind extends CatalogueKind>(
  ports: Ports,
  what: {
    scope: CompanyScope
    kind: Kind
    id: string
    input: CatalogueInput<Kind>
    clears: readonly string[]
  },
): Promise<CatalogueRecord<Kind>> {
  await refuseUnfit(ports, what)
  const cleared = Object.fromEntries(what.clears.map((field) => [field, undefined]))
  return change(ports, { ...what, change: { ...cleared, ...what.input, name: what.input.name.trim() } })
}

/** Archived, never deleted: submissions go on naming it. */
export async function archiveRecord<Kind extends CatalogueKind>(
  ports: Ports,
  what: { scope: CompanyScope; kind: Kind; id: string; archived: boolean },
): Promise<CatalogueRecord<Kind>> {
  const record = await findRecord(ports, what)
  // Brought back, it would be chosen by its name and sent as the other one.
  if ('mergedInto' in record && record.mergedInto !== undefined) throw new CatalogueRefused('merged')
  if (!what.archived) await refuseUnfit(ports, { ...what, input: record })
  return change(ports, { ...what, change: { archived: what.archived } })
}

export async function findRecord<Kind extends CatalogueKind>(
  ports: Pick<CataloguePorts, 'catalogue'>,
  which: { scope: CompanyScope; kind: Kind; id: string },
): Promise<CatalogueRecord<Kind>> {
  const record = await ports.catalogue.find(which.scope, which)
  if (record === undefined) throw new CatalogueRefused('record-not-found')
  return record
}

async function change<Kind extends CatalogueKind>(
  ports: Ports,
  what: { scope: CompanyScope; kind: Kind; id: string; change: object },
): Promise<CatalogueRecord<Kind>> {
  const change = { ...what.change, updatedAt: ports.clock.now() } as unknown as CatalogueChange<Kind>
  const outcome = await ports.catalogue.update(what.scope, { ...what, change })
  if (outcome === 'name-taken') throw new CatalogueRefused('name-taken')
  if (outcome === 'missing') throw new CatalogueRefused('record-not-found')
  return findRecord(ports, what)
}

/** Names are the key by which lists match the ledger's: two of the same name would never match either. */
async function refuseUnfit<Kind extends CatalogueKind>(
  ports: Ports,
  what: {
    scope: CompanyScope
    kind: Kind
    id?: string
    input: { name: string; accountId?: string; currency?: Vendor['currency'] }
  },
): Promise<void> {
  const { scope, kind, input } = what
  const twins = await ports.catalogue.named(scope, { kind, name: input.name })
  const taken = twins.some(
    (twin) => twin.id !== what.id && ('currency' in twin ? twin.currency : undefined) === input.currency,
  )
  if (taken) throw new CatalogueRefused('name-taken')
  if (input.accountId === undefined) return
  const account = await ports.catalogue.find(scope, { kind: 'account', id: input.accountId })
  if (account === undefined) throw new CatalogueRefused('account-not-found')
}
