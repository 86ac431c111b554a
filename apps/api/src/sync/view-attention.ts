import type { AttentionEntry, AttentionGroup, Page } from '@fieldledger/contract'
import { type AttentionCause, needsAttention } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

type Needed = Pick<Services, 'runtime'>

/** Of a long list the first ones: every page asks for the causes, and few for all that they hold. */
const shown = 50
const pageRows = 200

/** What waits for a person, causes first, with the names of vendors and the ledgers' explanations. */
export async function viewAttention(
  { runtime }: Needed,
  { scope, submission }: { scope: CompanyScope; submission?: string | undefined },
): Promise<AttentionGroup[]> {
  const causes = await needsAttention({ runtime, companyId: scope.companyId })
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const providers = new Map(connections.map(({ id, provider }) => [id, provider]))
  const groups = causes.map(async ({ explained, entries, ...cause }) => ({
    ...cause,
    ...explanationOf(explained, providers),
    count: entries.length,
    entries: await viewEntries(
      { runtime },
      {
        scope,
        entries: entries
          .filter(({ submissionId }) => submission === undefined || submissionId === submission)
          .slice(0, shown),
      },
    ),
  }))
  const all = await Promise.all(groups)
  return submission === undefined ? all : all.filter(({ entries }) => entries.length > 0)
}

/** All that one cause holds, page by page. */
export async function viewHeldBy(
  { runtime }: Needed,
  { scope, cause: key, cursor = '0' }: { scope: CompanyScope; cause: string; cursor?: string | undefined },
): Promise<Page<AttentionEntry>> {
  const causes = await needsAttention({ runtime, companyId: scope.companyId })
  const held = causes.find((cause) => cause.key === key)?.entries ?? []
  const next = Number(cursor) + pageRows
  const entries = held.slice(Number(cursor), next)
  const rows = await viewEntries({ runtime }, { scope, entries })
  return { rows, total: held.length, ...(next < held.length ? { next: String(next) } : {}) }
}

async function viewEntries(
  { runtime }: Needed,
  { scope, entries }: { scope: CompanyScope; entries: AttentionCause['entries'] },
): Promise<AttentionEntry[]> {
  const vendorIds = entries.flatMap(({ vendorId }) => vendorId ?? [])
  const names = await runtime.ports.lookups.catalogue.names({ scope, ids: [...new Set(vendorIds)] })
  return entries.map(({ vendorId, since, ...entry }) => ({
    ...entry,
    vendorName: vendorId === null ? null : (names.get(vendorId) ?? null),
    since: since.toISOString(),
  }))
}

function explanationOf(
  explained: AttentionCause['explained'],
  providers: ReadonlyMap<string, string>,
): Pick<AttentionGroup, 'explanation'> {
  const provider = providers.get(explained?.connectionId ?? '')
  return explained === undefined || provider === undefined
    ? {}
    : { explanation: { provider, entry: explained.entry } }
}
