import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

/** What people call the records that audit entries are about; an id that is none of these has no name. */
export async function recordNames(
  { runtime, forms }: Pick<Services, 'runtime' | 'forms'>,
  { scope, ids }: { scope: CompanyScope; ids: readonly string[] },
): Promise<Map<string, string>> {
  const { stores, lookups } = runtime.ports
  const [submissions, ofForms, connections, catalogue] = await Promise.all([
    stores.of(scope).submissions.getMany(ids),
    forms.list(scope),
    lookups.connections.summaries({ scope }),
    lookups.catalogue.names({ scope, ids }),
  ])
  return new Map([
    ...catalogue,
    ...ofForms.map(({ id, draft }) => [id, draft.name] as const),
    ...connections.map(({ id, name }) => [id, name] as const),
    ...submissions.map(({ id, number }) => [id, number ?? 'A submission'] as const),
  ])
}
