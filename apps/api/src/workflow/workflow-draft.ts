import type { WorkflowDraft } from '@fieldledger/contract'
import type { Form, Workflow } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'
import { lintWorkflow } from './lint-workflow.ts'

export async function workflowDraft(
  services: Pick<Services, 'runtime' | 'secrets' | 'memberships' | 'forms'>,
  { scope, form, workflow }: { scope: CompanyScope; form: Form; workflow: Workflow },
): Promise<WorkflowDraft> {
  const { graph, revision, publishedVersion, publishedRevision, updatedBy } = workflow
  const [problems, names] = await Promise.all([
    lintWorkflow(services, { scope, form, workflow, graph }),
    services.runtime.ports.people.names({ scope, ids: [updatedBy] }),
  ])
  return {
    formId: form.id,
    graph,
    revision,
    publishedVersion,
    changed: publishedRevision !== revision,
    problems,
    updatedAt: workflow.updatedAt.toISOString(),
    updatedBy: names.get(updatedBy) ?? updatedBy,
  }
}
