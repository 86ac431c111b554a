import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { applyPlan } from '../import/apply-plan.ts'
import { type PlannedRow, planImport } from '../import/plan-import.ts'
import { type ImportList, kindOfList, type RemoteRow } from '../import/remote-row.ts'
import { type NamedByItems, toRemoteRow } from '../import/to-remote-row.ts'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ListProgress, ReadRow, WholeImport, WholeImports } from '../ports/whole-imports.ts'
import type { LinkableKind, Vendor } from '../records/catalogue-record.ts'
import { planVendorUpdates } from '../vendors/plan-vendor-updates.ts'

/** So many are planned and written at a time: what is in memory does not grow with the list. */
const portion = 500

type Ports = CataloguePorts & { wholeImports: WholeImports }

interface Portion {
  scope: CompanyScope
  importId: string
  list: ImportList
  ledger: Ledger
  read: readonly ReadRow[]
  isPreview: boolean
}

/** The next portion of what was read is planned and written as an import would; written twice, it is linked already. */
export async function writeNextRows(
  ports: Ports,
  { under, progress, ledger }: { under: WholeImport; progress: ListProgress; ledger: Ledger },
): Promise<Partial<WholeImport>> {
  const scope = companyScope(under.companyId)
  const { list } = progress
  const part = { importId: under.id, list }
  const read = await ports.wholeImports.unsettled(scope, { ...part, limit: portion })
  if (read.length === 0) {
    const isLast = under.at.list === under.lists.length - 1
    return isLast ? { phase: 'done', finishedAt: ports.clock.now() } : { at: { list: under.at.list + 1 } }
  }
  const rows = await takeOver(ports, { scope, ...part, ledger, read, isPreview: under.wish === 'preview' })
  await ports.wholeImports.settle(scope, {
    ...part,
    rows: rows.map(({ remote, name, outcome, note }) => ({
      remoteId: remote.id,
      name,
      outcome,
      ...(note === undefined ? {} : { note }),
    })),
  })
  ports.passing?.('import.after-rows')
  const outcomes = { ...progress.outcomes }
  for (const { outcome } of rows) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  const settled = progress.settled + read.length
  return {
    lists: under.lists.map((each) => (each.list === list ? { ...progress, outcomes, settled } : each)),
  }
}

async function takeOver(ports: Ports, of: Portion): Promise<PlannedRow[]> {
  const { scope, ledger, list } = of
  const named = await namedByItems(ports, of)
  const remotes = of.read.map(({ row }) => toRemoteRow(list, { found: row, named }))
  const names = remotes.map(({ name }) => name)
  const namesakes = await ports.wholeImports.namesakes(scope, { importId: of.importId, list, names })
  const own = new Set(of.read.map(({ remoteId }) => remoteId))
  const others = namesakes
    .filter(({ remoteId }) => !own.has(remoteId))
    .map(({ row }) => toRemoteRow(list, { found: row, named }))
  const planNow = () => planPortion(ports, { scope, ledger, list, remotes, others })
  const rows = await planNow()
  if (!of.isPreview) await applyPlan(ports, { scope, ledger, list, remotes, rows, planAgain: planNow })
  return rows
}

/** Only what has to do with this portion is looked at: its pairs, and whatever of ours is called the same. */
async function planPortion(
  ports: Ports,
  of: Pick<Portion, 'scope' | 'ledger' | 'list'> & {
    remotes: readonly RemoteRow[]
    others: readonly RemoteRow[]
  },
): Promise<PlannedRow[]> {
  const { scope, ledger, list, remotes } = of
  const kind = kindOfList[list]
  const which = { ledger: ledger.key, kind }
  const paired = await ports.links.byRemotes(scope, { ...which, remoteIds: idsOf(remotes) })
  const called = await ports.catalogue.namedAny(scope, { kind, names: remotes.map(({ name }) => name) })
  const calledIds = new Set(called.map(({ id }) => id))
  const missing = paired.map(({ ourId }) => ourId).filter((id) => !calledIds.has(id))
  const found = await ports.catalogue.findMany(scope, { kind, ids: missing })
  const ours = [...called, ...found.filter(({ archived }) => !archived)]
  const held = await ports.links.ofRecords(scope, { kind, ids: [...calledIds] })
  const links = [...paired, ...held.filter((link) => isOther(link, { ledger: ledger.key, paired }))]
  const own = new Set(idsOf(remotes))
  const known = { ours, links, currency: ledger.target.currency }
  const rows = planImport([...remotes, ...of.others], known).filter(({ remote }) => own.has(remote.id))
  if (kind !== 'vendor') return rows
  const at = ports.clock.now()
  return planVendorUpdates(rows, { remotes, ours: ours as Vendor[], links, ledger, at })
}

function isOther(
  link: { id: string; ledger: string },
  { ledger, paired }: { ledger: string; paired: readonly { id: string }[] },
): boolean {
  return link.ledger === ledger && !paired.some(({ id }) => id === link.id)
}

async function namedByItems(ports: Ports, { scope, ledger, list, read }: Portion): Promise<NamedByItems> {
  const oursOf = async (kind: LinkableKind, field: 'expenseAccount' | 'preferredVendor') => {
    const ids = new Set<string>()
    for (const { row } of list === 'items' ? read : [])
      if ('expenseAccount' in row || 'preferredVendor' in row) {
        const id = row[field]?.id
        if (id !== undefined) ids.add(id)
      }
    const links = await ports.links.byRemotes(scope, { ledger: ledger.key, kind, remoteIds: [...ids] })
    return new Map(links.map((link) => [link.remote.id, link.ourId]))
  }
  return {
    accounts: await oursOf('account', 'expenseAccount'),
    vendors: await oursOf('vendor', 'preferredVendor'),
  }
}

function idsOf(rows: readonly RemoteRow[]): string[] {
  return rows.map(({ remote }) => remote.id)
}
