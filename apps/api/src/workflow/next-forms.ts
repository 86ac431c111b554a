import { type FormContent, nextTypesOf } from '@fieldledger/forms'
import type { CompanyScope, FormChoice } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

/** The published forms that can be made from a form of this type. */
export async function nextForms(
  { forms, runtime }: Pick<Services, 'forms' | 'runtime'>,
  { scope, form }: { scope: CompanyScope; form: FormContent },
): Promise<FormChoice[]> {
  const wanted = nextTypesOf(form.type)
  if (wanted.length === 0) return []
  const choices: FormChoice[] = []
  for (const { id, archived, publishedVersion: version } of await forms.list(scope)) {
    if (archived || version === null) continue
    const content = (await runtime.ports.versions.form({ scope, formId: id, version }))?.content
    if (content !== undefined && wanted.includes(content.type)) choices.push({ id, content })
  }
  return choices
}
