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
const remembered = new Map<string, Promise<LoadedForm>>()
const mostRemembered = 300

/** A published form version with its compiled validator. */
export async function loadForm(which: {
  runtime: Runtime
  scope: CompanyScope
  formId: string
  version: number
}): Promise<LoadedForm> {
  const key = `${which.scope.companyId}|${which.formId}|${which.version}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  // Compiling costs a hundred submits: those that come together wait for one compilation.
  const loading = load(which)
  const oldest = remembered.keys().next()
  if (remembered.size >= mostRemembered && !oldest.done) remembered.delete(oldest.value)
  remembered.set(key, loading)
  try {
    return await loading
  } catch (error) {
    remembered.delete(key)
    throw error
  }
}

async function load({ runtime, ...which }: Parameters<typeof loadForm>[0]): Promise<LoadedForm> {
  const found = await runtime.ports.versions.form(which)
  if (found === undefined) throw new FormNotPublished()
  return { content: found.content, validate: createFormValidator(found.content) }
}
