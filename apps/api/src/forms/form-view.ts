import type { FormView } from '@fieldledger/contract'
import type { Form } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

export async function formView(
  { forms, runtime }: Pick<Services, 'forms' | 'runtime'>,
  { scope, form }: { scope: CompanyScope; form: Form },
): Promise<FormView> {
  const { publishedVersion, updatedBy } = form
  const published =
    publishedVersion === null
      ? undefined
      : await forms.version(scope, { formId: form.id, version: publishedVersion })
  const names = await runtime.ports.people.names({ scope, ids: [updatedBy] })
  return {
    id: form.id,
    draft: form.draft,
    revision: form.revision,
    publishedVersion,
    published: published?.content ?? null,
    archived: form.archived,
    updatedAt: form.updatedAt.toISOString(),
    updatedBy: names.get(updatedBy) ?? updatedBy,
  }
}
