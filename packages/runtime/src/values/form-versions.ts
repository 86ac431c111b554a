import type { FormContent, ValidateValues } from '@fieldledger/forms'
import { createFormValidator } from '@fieldledger/forms/validator'
import type { CompanyScope } from '@fieldledger/workflow'
import { FormNotPublished } from '../errors/runtime-errors.ts'
import type { Runtime } from '../ports/runtime.ts'

export interface LoadedForm {
  content: FormContent
  validate: ValidateValues
}

// Versions never change, so a compiled validator is good for as long as it is remembered.
const remembered = new Map<string, LoadedForm>()
const mostRemembered = 300

/** A published form version with its compiled validator. */
export async function loadForm(which: {
  runtime: Runtime
  scope: CompanyScope
  formId: string
  version: number
}): Promise<LoadedForm> {
  const { runtime, scope, formId, version } = which
  const key = `${scope.companyId}|${formId}|${version}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const found = await runtime.ports.versions.form({ scope, formId, version })
  if (found === undefined) throw new FormNotPublished()
  const loaded = { content: found.content, validate: createFormValidator(found.content) }
  const oldest = remembered.keys().next()
  if (remembered.size >= mostRemembered && !oldest.done) remembered.delete(oldest.value)
  remembered.set(key, loaded)
  return loaded
}
