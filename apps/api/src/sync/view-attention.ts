import type { AttentionGroup } from '@fieldledger/contract'
import { type AttentionCause, needsAttention } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

/** What waits for a person, with the names of vendors and the ledgers' explanations. */
export async function viewAttention(
  { runtime }: Pick<Services, 'runtime'>,
  scope: CompanyScope,
): Promise<AttentionGroup[]> {
  const causes = await needsAttention({ runtime, companyId: scope.companyId })
  const vendorIds = causes.flatMap(({ entries }) => entries.flatMap(({ vendorId }) => vendorId ?? []))
  const [names, connections] = await Promise.all([
    runtime.ports.lookups.catalogue.names({ scope, ids: [...new Set(vendorIds)] }),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  const providers = new Map(connections.map(({ id, provider }) => [id, provider]))
  return causes.map(({ explained, ...cause }) => ({
    ...cause,
    ...explanationOf(explained, providers),
    entries: cause.entries.map(({ vendorId, since, ...entry }) => ({
      ...entry,
      vendorName: vendorId === null ? null : (names.get(vendorId) ?? null),
      since: since.toISOString(),
    })),
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
