import type { WorkflowVersionView } from '@fieldledger/contract'
import type { CompanyScope, WorkflowVersion } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

export async function versionView(
  { runtime }: Pick<Services, 'runtime'>,
  { scope, version }: { scope: CompanyScope; version: WorkflowVersion },
): Promise<WorkflowVersionView> {
  const { publishedBy } = version
  const names = await runtime.ports.people.names({ scope, ids: [publishedBy] })
  return {
    version: version.version,
    publishedAt: version.publishedAt.toISOString(),
    publishedBy: names.get(publishedBy) ?? publishedBy,
  }
}
