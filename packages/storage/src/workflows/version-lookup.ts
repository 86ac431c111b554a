import type { VersionLookup } from '@fieldledger/runtime'
import type { DefinitionOf } from '@fieldledger/workflow'
import { createFormRepository } from '../forms/form-repository.ts'
import { keepVersions } from '../kept/kept-versions.ts'
import type { Database } from '../scope/connect-database.ts'
import { createWorkflowRepository } from './workflow-repository.ts'

/** Published versions for the runtime; each is read once. */
export function createVersionLookup(database: Database, definitionOf: DefinitionOf): VersionLookup {
  const forms = createFormRepository(database)
  const workflows = createWorkflowRepository(database, definitionOf)
  return keepVersions({
    form: ({ scope, ...which }) => forms.version(scope, which),
    workflow: ({ scope, ...which }) => workflows.version(scope, which),
    async newestForm({ scope, formId }) {
      const form = await forms.find(scope, formId)
      return form === undefined || form.archived ? undefined : (form.publishedVersion ?? undefined)
    },
    async newestWorkflow({ scope, formId }) {
      return (await workflows.find(scope, formId))?.publishedVersion ?? undefined
    },
    async start({ scope, workflowId }) {
      const { formId, name, publishedVersion, publishedStart } =
        (await workflows.find(scope, workflowId)) ?? {}
      // Published before starts were kept: the first one of a form starts at submit.
      const start = publishedStart ?? (workflowId === formId ? ({ on: 'submit' } as const) : undefined)
      if (formId === undefined || publishedVersion == null || start === undefined) return undefined
      return {
        workflowId,
        formId,
        ...(name === undefined ? {} : { name }),
        version: publishedVersion,
        start,
      }
    },
  })
}
